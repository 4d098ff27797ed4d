package org.virtualwindow.kiosk.config;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.virtualwindow.kiosk.device.Configured;
import org.virtualwindow.kiosk.driver.DeviceDriver;
import org.virtualwindow.kiosk.driver.Settings;
import org.virtualwindow.kiosk.host.HostedDriver;

/**
 * What was chosen for a kiosk.
 *
 * @param server the origin of the pages
 * @param state the file that keeps the key
 */
public record KioskConfig(Optional<String> server, Optional<Path> state, List<Driver> devices) {
    public static final KioskConfig NONE = new KioskConfig(Optional.empty(), Optional.empty(), List.of());

    /** All simulators and nothing else. */
    public static final List<Driver> SIMULATED = List.of(new Driver("simulated", Map.of(), "--simulate"));

    /** @param where it was said */
    public record Driver(String id, Map<String, String> settings, String where) {}

    /** @throws IOException with one sentence for whoever wrote the file */
    public static KioskConfig read(Path file) throws IOException {
        return ConfigFile.read(file, drivers().keySet());
    }

    /**
     * A driver for each, those with native code in processes of their own.
     *
     * @throws IOException a driver does not know a setting; one sentence, with the line
     */
    public static List<Configured> drivers(List<Driver> devices) throws IOException {
        Map<String, ServiceLoader.Provider<DeviceDriver>> known = drivers();
        List<Configured> configured = new ArrayList<>();
        for (Driver each : devices) {
            DeviceDriver driver = Optional.ofNullable(known.get(each.id()))
                    .orElseThrow(() -> new IOException(each.where() + ": there is no driver " + each.id()))
                    .get();
            for (String name : each.settings().keySet()) {
                if (!driver.settings().isEmpty() && !driver.settings().contains(name)) {
                    throw new IOException("%s: the driver %s has no setting %s, only %s"
                            .formatted(
                                    each.where(),
                                    each.id(),
                                    name,
                                    String.join(
                                            ", ",
                                            driver.settings().stream().sorted().toList())));
                }
            }
            configured.add(new Configured(
                    driver.isNative() ? new HostedDriver(each.id()) : driver, new Settings(each.settings())));
        }
        return configured;
    }

    private static Map<String, ServiceLoader.Provider<DeviceDriver>> drivers() {
        Map<String, ServiceLoader.Provider<DeviceDriver>> known = new LinkedHashMap<>();
        ServiceLoader.load(DeviceDriver.class).stream()
                .forEach(provider -> known.putIfAbsent(provider.get().id(), provider));
        return known;
    }
}
