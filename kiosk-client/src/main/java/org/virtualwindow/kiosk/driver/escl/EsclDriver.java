package org.virtualwindow.kiosk.driver.escl;

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
 * Scanners that speak eSCL.
 *
 * <p>Settings: {@code scanners}, addresses like {@code http://192.168.1.20/eSCL}, with blanks between. An https address takes a
 * certificate that Java trusts.
 */
public final class EsclDriver implements DeviceDriver {
    private static final Logger LOG = LoggerFactory.getLogger(EsclDriver.class);

    private final EsclClient client = new EsclClient();
    private volatile Map<String, Known> known = Map.of();

    private record Known(URI address, ScannerCapabilities can) {}

    @Override
    public String id() {
        return "escl";
    }

    @Override
    public Set<String> settings() {
        return Set.of("scanners");
    }

    @Override
    public List<Found> find(Settings settings) throws InterruptedException {
        Map<String, Known> there = new LinkedHashMap<>();
        List<Found> found = new ArrayList<>();
        for (String address : settings.get("scanners", "").strip().split("[\\s,]+")) {
            Optional<ScannerCapabilities> says = address.isEmpty() ? Optional.empty() : ask(URI.create(address));
            says.ifPresent(can -> {
                String key = Keys.of(can.serial().orElse(address));
                there.put(key, new Known(URI.create(address), can));
                found.add(new Found(key, can.name(), List.of(Capability.SCAN), false));
            });
        }
        known = Map.copyOf(there);
        return found;
    }

    private Optional<ScannerCapabilities> ask(URI address) throws InterruptedException {
        try {
            return Optional.of(ScannerCapabilities.of(client.read(address, "ScannerCapabilities")));
        } catch (IOException | DeviceFault notThere) {
            LOG.debug("No scanner answers at {}", address, notThere);
            return Optional.empty();
        }
    }

    @Override
    public Device open(Found found, Settings settings) throws DeviceFault {
        Known there = known.get(found.key());
        if (there == null) {
            throw new DeviceFault(Trouble.NOT_PRESENT);
        }
        return new EsclScanner(client, there.address(), there.can());
    }
}
