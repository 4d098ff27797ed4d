package org.virtualwindow.kiosk.driver.simulated;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.virtualwindow.kiosk.driver.Device;
import org.virtualwindow.kiosk.driver.DeviceFault;
import org.virtualwindow.kiosk.driver.Status;
import org.virtualwindow.kiosk.driver.Use;
import org.virtualwindow.protocol.Blob;
import org.virtualwindow.protocol.DeviceResult;
import org.virtualwindow.protocol.DeviceTask;
import org.virtualwindow.protocol.DeviceTask.ScanPages;
import org.virtualwindow.protocol.DeviceTask.ScanSource;
import org.virtualwindow.protocol.values.Trouble;

/** One specimen lies on its glass and some in its feeder, always, unless somebody laid a page of their own there. */
final class SimulatedScanner implements Device {
    private final Faults faults;
    private final Control control;
    private final int inFeeder;
    private final Duration pace;
    private int scanned;

    SimulatedScanner(Faults faults, Control control, int inFeeder, Duration pace) {
        this.faults = faults;
        this.control = control;
        this.inFeeder = inFeeder;
        this.pace = pace;
    }

    @Override
    public Status status() {
        return faults.status();
    }

    @Override
    public DeviceResult run(DeviceTask task, Use use) throws DeviceFault, InterruptedException {
        if (!(task instanceof ScanPages scan)) {
            throw new DeviceFault(Trouble.MALFORMED);
        }
        int pages = scan.source() == ScanSource.GLASS ? 1 : Math.toIntExact(Math.min(scan.maxPages(), inFeeder));
        if (pages == 0) {
            throw new DeviceFault(Trouble.NO_DOCUMENT);
        }
        List<Blob> kept = new ArrayList<>();
        for (int page = 1; page <= pages; page++) {
            faults.waitOut(Set.of(), use);
            Thread.sleep(pace);
            scanned++;
            byte[] picture = control.file("page.jpg")
                    .orElseGet(() -> SpecimenPaper.jpeg(scanned, Math.toIntExact(scan.dpi()), scan.mode()));
            kept.add(use.keep(picture, "image/jpeg"));
            faults.didOne();
            use.progress(100 * page / pages);
        }
        return faults.does(Script.Misdeed.NONSENSE)
                ? new DeviceResult.PagesKept(List.of())
                : new DeviceResult.PagesKept(kept);
    }

    @Override
    public void close() {}
}
