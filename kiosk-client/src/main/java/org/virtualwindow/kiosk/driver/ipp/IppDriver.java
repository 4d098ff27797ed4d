package org.virtualwindow.kiosk.driver.ipp;

import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.Types;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
 * Printers that speak IPP.
 *
 * <p>Settings: {@code printers}, addresses like {@code ipp://192.168.1.20/ipp/print}, with blanks between; or {@code server}, a CUPS
 * all of whose printers are taken, {@code ipp://localhost:631} where neither is said.
 */
public final class IppDriver implements DeviceDriver {
    private static final Logger LOG = LoggerFactory.getLogger(IppDriver.class);
    private static final String HERE = "ipp://localhost:631";

    private final IppClient client = new IppClient();
    private volatile Map<String, URI> addresses = Map.of();
    private volatile URI server = URI.create(HERE);

    /** Whoever was here may have printed from the page. */
    private volatile boolean left;

    @Override
    public String id() {
        return "ipp";
    }

    @Override
    public Set<String> settings() {
        return Set.of("printers", "server");
    }

    @Override
    public List<Found> find(Settings settings) throws InterruptedException {
        server = URI.create(settings.get("server", HERE));
        if (left && cancelPagePrints()) {
            left = false;
        }
        Map<String, URI> there = new LinkedHashMap<>();
        List<Found> found = new ArrayList<>();
        for (AttributeGroup printer : printers(settings)) {
            URI address = printer.getValues(Types.printerUriSupported).getFirst();
            String key = Keys.of(settings.get("printers").isPresent() ? address.toString() : lastPart(address));
            there.put(key, address);
            found.add(new Found(key, name(printer, address), List.of(Capability.PRINT), false));
        }
        addresses = Map.copyOf(there);
        return found;
    }

    /**
     * {@inheritDoc} What the page printed waits at CUPS, for paper like all else. It is taken back now, and once more at the next look: the
     * browser may have been about to hand it over, or CUPS not there.
     */
    @Override
    public void forget() {
        left = true;
        Thread.ofVirtual().name("page prints").start(() -> {
            try {
                cancelPagePrints();
            } catch (InterruptedException never) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private boolean cancelPagePrints() throws InterruptedException {
        try {
            new PagePrints(client, server, System.getProperty("user.name")).cancel();
            return true;
        } catch (IOException | DeviceFault notThere) {
            LOG.debug("No CUPS answers at {}", server, notThere);
            return false;
        }
    }

    private List<AttributeGroup> printers(Settings settings) throws InterruptedException {
        Optional<String> named = settings.get("printers");
        if (named.isEmpty()) {
            return ofServer(URI.create(settings.get("server", HERE)));
        }
        List<AttributeGroup> printers = new ArrayList<>();
        for (String address : named.get().strip().split("[\\s,]+")) {
            URI uri = URI.create(address);
            ask(
                            uri,
                            IppPacket.getPrinterAttributes(uri, Types.printerName, Types.printerMakeAndModel)
                                    .build())
                    .map(reply -> reply.get(Tag.printerAttributes))
                    .map(printer -> {
                        var copy = printer.toMutable();
                        copy.put(Types.printerUriSupported.of(uri));
                        return copy.toGroup();
                    })
                    .ifPresent(printers::add);
        }
        return printers;
    }

    private List<AttributeGroup> ofServer(URI server) throws InterruptedException {
        return ask(server, CupsWords.getPrinters()).stream()
                .flatMap(reply -> reply.getAttributeGroups().stream())
                .filter(group -> group.getTag().equals(Tag.printerAttributes))
                .filter(printer -> !printer.getValues(Types.printerUriSupported).isEmpty())
                .toList();
    }

    private Optional<IppPacket> ask(URI uri, IppPacket question) throws InterruptedException {
        try {
            return Optional.of(client.ask(uri, question));
        } catch (IOException | DeviceFault notThere) {
            LOG.debug("No printer answers at {}", uri, notThere);
            return Optional.empty();
        }
    }

    private static String lastPart(URI address) {
        return address.getPath().replaceFirst(".*/", "");
    }

    private static String name(AttributeGroup printer, URI address) {
        String says = printer.getString(Types.printerMakeAndModel);
        return says == null || says.isBlank() ? lastPart(address) : says;
    }

    @Override
    public Device open(Found found, Settings settings) throws DeviceFault {
        URI address = addresses.get(found.key());
        if (address == null) {
            throw new DeviceFault(Trouble.NOT_PRESENT);
        }
        return new IppPrinter(client, address);
    }
}
