package org.virtualwindow.kiosk.driver.simulated;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.virtualwindow.kiosk.driver.Device;
import org.virtualwindow.kiosk.driver.DeviceDriver;
import org.virtualwindow.kiosk.driver.DeviceFault;
import org.virtualwindow.kiosk.driver.Found;
import org.virtualwindow.kiosk.driver.Settings;
import org.virtualwindow.protocol.values.Capability;
import org.virtualwindow.protocol.values.Trouble;

/**
 * Card reader, scanner and printer without hardware. Its settings:
 *
 * <ul>
 *   <li>{@code devices}: which are there, {@code card-reader, scanner, printer} where nothing is said
 *   <li>{@code card-reader}, {@code scanner}, {@code printer}: what goes wrong and when, a {@link Script}
 *   <li>{@code control}: a folder; a file there that has the name of a device says what is wrong with it now, the file {@code card} which
 *       card lies on the reader or, as JSON, all that it says, the file {@code page.jpg} what lies in the scanner, the file {@code
 *       unplugged} which devices are not there
 *   <li>{@code card}: which card lies there while nobody says another
 *   <li>{@code feeder}: how many pages lie in the scanner's feeder (2)
 *   <li>{@code sheets}: a folder that gets what was printed, one file a copy; where nothing is said it is kept nowhere
 *   <li>{@code pace}: milliseconds for a sheet, a page, a card (400)
 * </ul>
 */
public final class SimulatedDriver implements DeviceDriver {
    static final String CARD_READER = "card-reader";
    static final String SCANNER = "scanner";
    static final String PRINTER = "printer";

    @Override
    public String id() {
        return "simulated";
    }

    @Override
    public Set<String> settings() {
        return Set.of(
                "devices", CARD_READER, SCANNER, PRINTER, "control", "card", "unplugged", "feeder", "sheets", "pace");
    }

    @Override
    public List<Found> find(Settings settings) {
        List<String> there = Arrays.asList(settings.get("devices", CARD_READER + "," + SCANNER + "," + PRINTER)
                .strip()
                .split("\\s*,\\s*", -1));
        List<String> unplugged = new Control(settings).words("unplugged");
        List<Found> found = new ArrayList<>();
        add(found, CARD_READER, "模拟读卡器 Simulated card reader", Capability.READ_CARD);
        add(found, SCANNER, "模拟扫描仪 Simulated scanner", Capability.SCAN);
        add(found, PRINTER, "模拟打印机 Simulated printer", Capability.PRINT);
        found.removeIf(device -> !there.contains(device.key()) || unplugged.contains(device.key()));
        return found;
    }

    @Override
    public Device open(Found found, Settings settings) throws DeviceFault {
        try {
            Faults faults = new Faults(found.key(), settings, InstantSource.system());
            Duration pace = Duration.ofMillis(Long.parseLong(settings.get("pace", "400")));
            return switch (found.key()) {
                case CARD_READER -> new SimulatedCardReader(faults, new Control(settings), pace);
                case SCANNER ->
                    new SimulatedScanner(
                            faults, new Control(settings), Integer.parseInt(settings.get("feeder", "2")), pace);
                case PRINTER -> new SimulatedPrinter(faults, settings.get("sheets"), pace);
                default -> throw new DeviceFault(Trouble.NOT_PRESENT);
            };
        } catch (IllegalArgumentException notUnderstood) {
            throw new DeviceFault(Trouble.IO_ERROR, notUnderstood.getMessage());
        }
    }

    private static void add(List<Found> found, String key, String name, Capability can) {
        found.add(new Found(key, name, List.of(can), true));
    }
}
