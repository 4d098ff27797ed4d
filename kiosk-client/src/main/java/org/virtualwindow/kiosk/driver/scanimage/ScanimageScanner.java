package org.virtualwindow.kiosk.driver.scanimage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.virtualwindow.kiosk.driver.Device;
import org.virtualwindow.kiosk.driver.DeviceFault;
import org.virtualwindow.kiosk.driver.Settings;
import org.virtualwindow.kiosk.driver.Status;
import org.virtualwindow.kiosk.driver.Use;
import org.virtualwindow.protocol.Blob;
import org.virtualwindow.protocol.DeviceResult;
import org.virtualwindow.protocol.DeviceTask;
import org.virtualwindow.protocol.DeviceTask.ScanPages;
import org.virtualwindow.protocol.DeviceTask.ScanSource;
import org.virtualwindow.protocol.values.DeviceCondition;
import org.virtualwindow.protocol.values.Trouble;

/**
 * A scanner by its SANE name. SANE has no question for how a device is, so that it is as its last scan ended. Pages of the glass come through
 * a pipe; of the feeder they lie in a folder of their own in memory, each until it is read.
 */
final class ScanimageScanner implements Device {
    private static final Duration ASKING = Duration.ofSeconds(15);
    private static final Duration PAGE = Duration.ofMinutes(2);

    /** What somebody has to mend; anything else says nothing of the next scan. */
    private static final Set<Trouble> LASTING =
            EnumSet.of(Trouble.MEDIA_JAM, Trouble.COVER_OPEN, Trouble.OFFLINE, Trouble.ACCESS_DENIED);

    private final String name;
    private final Settings settings;
    private volatile Status status = Status.OK;

    ScanimageScanner(String name, Settings settings) {
        this.name = name;
        this.settings = settings;
    }

    @Override
    public Status status() {
        return status;
    }

    @Override
    public DeviceResult run(DeviceTask task, Use use) throws DeviceFault, InterruptedException {
        if (!(task instanceof ScanPages scan)) {
            throw new DeviceFault(Trouble.NOT_PRESENT);
        }
        Status after = Status.OK;
        status = Status.of(DeviceCondition.BUSY);
        try {
            List<String> words = new ArrayList<>(List.of("-d", name, "--format=jpeg", "-p"));
            words.addAll(
                    options().words(scan).orElseThrow(() -> new DeviceFault(Trouble.NOT_PRESENT, "no such source")));
            settings.get("options")
                    .ifPresent(more -> words.addAll(List.of(more.strip().split("\\s+"))));
            List<Blob> pages =
                    scan.source() == ScanSource.GLASS ? glass(words, use) : feeder(words, scan.maxPages(), use);
            use.progress(100);
            return new DeviceResult.PagesKept(pages);
        } catch (DeviceFault fault) {
            after = LASTING.contains(fault.why()) ? Status.of(DeviceCondition.FAULT, fault.why()) : Status.OK;
            throw fault;
        } catch (IOException broken) {
            throw new DeviceFault(Trouble.IO_ERROR, broken.getClass().getSimpleName());
        } finally {
            status = after;
        }
    }

    private ScanimageOptions options() throws IOException, DeviceFault, InterruptedException {
        try (ScanProcess asking = ScanProcess.start(settings, List.of("-d", name, "-A"))) {
            return new ScanimageOptions(new String(asking.awaitOutput(ASKING), UTF_8));
        }
    }

    private List<Blob> glass(List<String> words, Use use) throws IOException, DeviceFault, InterruptedException {
        try (ScanProcess scanning = ScanProcess.start(settings, words)) {
            scanning.onProgress(percent -> use.progress(Math.min(percent, 99)));
            return List.of(keep(scanning.awaitOutput(PAGE), use));
        }
    }

    private List<Blob> feeder(List<String> words, long most, Use use)
            throws IOException, DeviceFault, InterruptedException {
        Path folder = PageFolders.make();
        words.addAll(List.of("--batch=" + folder.resolve("%d.jpg"), "--batch-print", "--batch-count=" + most));
        try (ScanProcess scanning = ScanProcess.start(settings, words)) {
            List<Blob> pages = new ArrayList<>();
            for (Optional<String> file = scanning.nextLine(); file.isPresent(); file = scanning.nextLine()) {
                Path path = Path.of(file.get());
                byte[] page = Files.readAllBytes(path);
                Files.delete(path);
                pages.add(keep(page, use));
                use.progress((int) Math.min(99, 100 * pages.size() / most));
            }
            awaitEnd(scanning, pages.isEmpty());
            return pages;
        } finally {
            PageFolders.remove(folder);
        }
    }

    /** "Out of documents" is how every stack ends. Where there was no page, scanimage does not always call it a failure. */
    private static void awaitEnd(ScanProcess scanning, boolean nothing) throws DeviceFault, InterruptedException {
        try {
            scanning.awaitEnd();
        } catch (DeviceFault fault) {
            if (fault.why() != Trouble.NO_DOCUMENT) {
                throw fault;
            }
        }
        if (nothing) {
            throw new DeviceFault(Trouble.NO_DOCUMENT);
        }
    }

    private static Blob keep(byte[] page, Use use) throws DeviceFault, InterruptedException {
        if (page.length == 0) {
            throw new DeviceFault(Trouble.MALFORMED, "a page of 0 bytes");
        }
        return use.keep(page, "image/jpeg");
    }

    @Override
    public void close() {
        // nothing is held between two scans
    }
}
