package org.virtualwindow.kiosk.driver.pcsc;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.TerminalFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.virtualwindow.kiosk.driver.Device;
import org.virtualwindow.kiosk.driver.DeviceDriver;
import org.virtualwindow.kiosk.driver.DeviceFault;
import org.virtualwindow.kiosk.driver.Found;
import org.virtualwindow.kiosk.driver.Keys;
import org.virtualwindow.kiosk.driver.Settings;
import org.virtualwindow.protocol.values.Capability;
import org.virtualwindow.protocol.values.Trouble;

/**
 * Readers that pcscd knows.
 *
 * <p>Settings: {@code reader}, words in the name of the one that is meant, otherwise all; {@code aid}, {@code read}, {@code length}, {@code
 * encoding} and {@code items} ({@code name=0:30 number=122:36 …}, bytes) of the card; {@code library}, the path of libpcsclite.so.1.
 */
public final class PcscDriver implements DeviceDriver {
    private static final Logger LOG = LoggerFactory.getLogger(PcscDriver.class);
    private static final String LIBRARY = "sun.security.smartcardio.library";

    @Override
    public String id() {
        return "pcsc";
    }

    @Override
    public boolean isNative() {
        return true;
    }

    @Override
    public Set<String> settings() {
        return Set.of("reader", "aid", "read", "length", "encoding", "items", "library");
    }

    @Override
    public List<Found> find(Settings settings) {
        return terminals(settings)
                .map(terminal -> new Found(
                        Keys.of(terminal.getName()), terminal.getName(), List.of(Capability.READ_CARD), false))
                .toList();
    }

    @Override
    public Device open(Found found, Settings settings) throws DeviceFault {
        CardTerminal terminal = terminals(settings)
                .filter(each -> Keys.of(each.getName()).equals(found.key()))
                .findFirst()
                .orElseThrow(() -> new DeviceFault(Trouble.NOT_PRESENT));
        return new PcscReader(terminal, CardFormat.of(settings));
    }

    /** Java keeps the line to pcscd that it drew first: after pcscd was started anew, this process finds nothing any more. */
    private static Stream<CardTerminal> terminals(Settings settings) {
        settings.get("library").or(PcscDriver::library).ifPresent(path -> System.setProperty(LIBRARY, path));
        String words = settings.get("reader", "");
        try {
            return TerminalFactory.getInstance("PC/SC", null).terminals().list().stream()
                    .filter(terminal -> terminal.getName().contains(words));
        } catch (NoSuchAlgorithmException | CardException notThere) {
            LOG.debug("No reader", notThere);
            return Stream.empty();
        }
    }

    /** Where Java does not look for it by itself. */
    private static Optional<String> library() {
        return Stream.of("x86_64-linux-gnu", "aarch64-linux-gnu")
                .map(machine -> "/usr/lib/" + machine + "/libpcsclite.so.1")
                .filter(path -> Files.exists(Path.of(path)))
                .findFirst();
    }
}
