package org.virtualwindow.kiosk.driver.scanimage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * Scanners that SANE knows.
 *
 * <p>Settings: {@code program} instead of {@code scanimage}; {@code config}, SANE's folder instead of /etc/sane.d; {@code options}, further
 * words for every scan; {@code seconds} between two looks for what is there, 30, because SANE asks the USB and the network.
 */
public final class ScanimageDriver implements DeviceDriver {
    private static final Logger LOG = LoggerFactory.getLogger(ScanimageDriver.class);
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(10);
    private static final String FORMAT = "%d|%v|%m%n";

    private volatile Look look = new Look(List.of(), Map.of(), System.nanoTime());

    /** @param names by which SANE opens them, by key */
    private record Look(List<Found> found, Map<String, String> names, long nextAt) {}

    @Override
    public String id() {
        return "scanimage";
    }

    @Override
    public Set<String> settings() {
        return Set.of("program", "config", "options", "seconds");
    }

    @Override
    public List<Found> find(Settings settings) throws InterruptedException {
        if (System.nanoTime() - look.nextAt() >= 0) {
            PageFolders.removeLeftBehind();
            look = look(settings);
        }
        return look.found();
    }

    private static Look look(Settings settings) throws InterruptedException {
        List<Found> found = new ArrayList<>();
        Map<String, String> names = new LinkedHashMap<>();
        try (ScanProcess listing = ScanProcess.start(settings, List.of("-f", FORMAT))) {
            byte[] said = listing.awaitOutput(LONGEST_LOOK);
            for (String line : new String(said, UTF_8).lines().toList()) {
                String[] part = line.split("\\|");
                if (part.length == 3) {
                    String key = key(part[0], part[2], names);
                    names.put(key, part[0]);
                    found.add(new Found(key, name(part[1], part[2]), List.of(Capability.SCAN), false));
                }
            }
        } catch (IOException | DeviceFault notThere) {
            LOG.debug("scanimage finds nothing", notThere);
        }
        long pause = Duration.ofSeconds(Long.parseLong(settings.get("seconds", "30")))
                .toNanos();
        return new Look(List.copyOf(found), Map.copyOf(names), System.nanoTime() + pause);
    }

    /** Without the number that the USB gives anew each time a plug is put in. */
    private static String key(String name, String model, Map<String, String> taken) {
        String lasting = name.replaceAll("libusb:\\d+:\\d+", "usb");
        String key = Keys.of(lasting.length() > 30 ? lasting.replaceFirst(":.*", "") + "-" + model : lasting);
        for (int number = 2; taken.containsKey(key); number++) {
            key = Keys.of(lasting + "-" + number);
        }
        return key;
    }

    private static String name(String vendor, String model) {
        String name = vendor.equals("*") ? model : vendor + " " + model;
        return name.substring(0, Math.min(name.length(), 80));
    }

    @Override
    public Device open(Found found, Settings settings) throws DeviceFault, InterruptedException {
        String name = look.names().get(found.key());
        if (name == null) {
            throw new DeviceFault(Trouble.NOT_PRESENT);
        }
        return new ScanimageScanner(name, settings);
    }
}
