package org.virtualwindow.kiosk.driver.sdt;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.virtualwindow.kiosk.driver.Device;
import org.virtualwindow.kiosk.driver.DeviceDriver;
import org.virtualwindow.kiosk.driver.DeviceFault;
import org.virtualwindow.kiosk.driver.Found;
import org.virtualwindow.kiosk.driver.Settings;
import org.virtualwindow.protocol.values.Capability;
import org.virtualwindow.protocol.values.Trouble;

/**
 * One reader of identity cards.
 *
 * <p>Settings: {@code library}, the path of the maker's libsdtapi.so; {@code port}, 1001 to 1016 for USB, 1 to 16 for serial; where it is
 * not said, the USB ports are tried one after another; {@code name} of the reader.
 */
public final class SdtDriver implements DeviceDriver {
    private static final Logger LOG = LoggerFactory.getLogger(SdtDriver.class);
    private static final String KEY = "reader";

    private volatile @Nullable SdtApi api;
    private volatile @Nullable SdtReader open;

    @Override
    public String id() {
        return "sdt";
    }

    @Override
    public boolean isNative() {
        return true;
    }

    @Override
    public Set<String> settings() {
        return Set.of("library", "port", "name");
    }

    @Override
    public List<Found> find(Settings settings) {
        SdtReader reader = open;
        if (reader != null && reader.isThere() || reader == null && opens(settings)) {
            return List.of(new Found(KEY, settings.get("name", "SDT"), List.of(Capability.READ_CARD), false));
        }
        return List.of();
    }

    private boolean opens(Settings settings) {
        try {
            SdtApi library = library(settings);
            library.closePort(port(library, settings));
            return true;
        } catch (DeviceFault notThere) {
            LOG.debug("No reader: {}", notThere.detail().orElse(""));
            return false;
        }
    }

    private SdtApi library(Settings settings) throws DeviceFault {
        SdtApi library = api;
        if (library == null) {
            library = new SdtApi(settings.get("library", "libsdtapi.so"));
            api = library;
        }
        return library;
    }

    /** One that is open now. */
    private static int port(SdtApi library, Settings settings) throws DeviceFault {
        IntStream ports = settings.get("port")
                .map(said -> IntStream.of(Integer.parseInt(said)))
                .orElseGet(() -> IntStream.rangeClosed(1001, 1016));
        return ports.filter(port -> library.openPort(port) == SdtApi.OK)
                .findFirst()
                .orElseThrow(() -> new DeviceFault(Trouble.OFFLINE, "no port opens"));
    }

    @Override
    public Device open(Found found, Settings settings) throws DeviceFault {
        SdtApi library = library(settings);
        SdtReader reader = new SdtReader(library, port(library, settings), () -> open = null);
        open = reader;
        return reader;
    }
}
