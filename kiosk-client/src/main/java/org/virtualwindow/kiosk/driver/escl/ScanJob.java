package org.virtualwindow.kiosk.driver.escl;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.virtualwindow.kiosk.driver.DeviceFault;
import org.virtualwindow.kiosk.driver.Picture;
import org.virtualwindow.kiosk.driver.Use;
import org.virtualwindow.protocol.Blob;
import org.virtualwindow.protocol.DeviceResult;
import org.virtualwindow.protocol.DeviceTask.ScanMode;
import org.virtualwindow.protocol.DeviceTask.ScanPages;
import org.virtualwindow.protocol.DeviceTask.ScanSource;
import org.virtualwindow.protocol.values.Trouble;

/** One scan: a job at the scanner from which page after page is fetched until there is none. */
final class ScanJob {
    private static final Logger LOG = LoggerFactory.getLogger(ScanJob.class);

    /** How long a scanner may say that it is busy. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String SETTINGS = """
        <?xml version="1.0" encoding="UTF-8"?>
        <scan:ScanSettings xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03"
            xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm">
          <pwg:Version>%s</pwg:Version>
          <scan:Intent>Document</scan:Intent>
          <pwg:ScanRegions>
            <pwg:ScanRegion>
              <pwg:ContentRegionUnits>escl:ThreeHundredthsOfInches</pwg:ContentRegionUnits>
              <pwg:XOffset>0</pwg:XOffset>
              <pwg:YOffset>0</pwg:YOffset>
              <pwg:Width>%d</pwg:Width>
              <pwg:Height>%d</pwg:Height>
            </pwg:ScanRegion>
          </pwg:ScanRegions>
          <pwg:InputSource>%s</pwg:InputSource>
          <scan:ColorMode>%s</scan:ColorMode>
          <scan:XResolution>%d</scan:XResolution>
          <scan:YResolution>%d</scan:YResolution>
          <pwg:DocumentFormat>image/jpeg</pwg:DocumentFormat>
          <scan:DocumentFormatExt>image/jpeg</scan:DocumentFormatExt>
        </scan:ScanSettings>
        """;

    private final EsclClient client;
    private final URI scanner;
    private final String version;
    private final ScannerCapabilities.Input input;
    private final Use use;
    private final List<Blob> pages = new ArrayList<>();

    ScanJob(EsclClient client, URI scanner, String version, ScannerCapabilities.Input input, Use use) {
        this.client = client;
        this.scanner = scanner;
        this.version = version;
        this.input = input;
        this.use = use;
    }

    DeviceResult scan(ScanPages task) throws DeviceFault, InterruptedException {
        @Nullable URI job = null;
        boolean ended = false;
        try {
            job = begin(task);
            ended = fetch(job, task.source() == ScanSource.GLASS ? 1 : task.maxPages());
            use.progress(100);
            return new DeviceResult.PagesKept(List.copyOf(pages));
        } catch (HttpTimeoutException slow) {
            throw new DeviceFault(Trouble.TIMED_OUT, "the scanner took the job and is silent since");
        } catch (IOException silent) {
            throw new DeviceFault(Trouble.OFFLINE, silent.toString());
        } finally {
            if (job != null && !ended) {
                delete(job);
            }
        }
    }

    private URI begin(ScanPages task) throws IOException, DeviceFault, InterruptedException {
        if (task.source() == ScanSource.FEEDER) {
            refuse(status().feederTrouble());
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            HttpResponse<Void> answer = client.post(scanner, settings(task));
            switch (answer.statusCode()) {
                case 201 -> {
                    String where = answer.headers()
                            .firstValue("Location")
                            .orElseThrow(() -> new DeviceFault(Trouble.MALFORMED, "a job without a place"));
                    return ofScanner(where);
                }
                case 503 -> {
                    if (System.nanoTime() > end) {
                        throw new DeviceFault(Trouble.BUSY);
                    }
                    Thread.sleep(EsclClient.retryAfter(answer));
                }
                default -> {
                    refuse(status().feederTrouble());
                    throw new DeviceFault(
                            EsclClient.refusal(answer.statusCode()), "HTTP " + answer.statusCode() + " to ScanJobs");
                }
            }
        }
    }

    /** The job's path, at the scanner that was asked and nowhere else. */
    private URI ofScanner(String location) throws DeviceFault {
        try {
            return scanner.resolve(URI.create(location).getRawPath());
        } catch (IllegalArgumentException | NullPointerException noAddress) {
            throw new DeviceFault(Trouble.MALFORMED, "a job without a place");
        }
    }

    private String settings(ScanPages task) {
        int dpi = input.dpi(task.dpi());
        boolean colour = input.colour() && (task.mode() == ScanMode.COLOUR || !input.grey());
        return SETTINGS.formatted(
                version,
                input.scanWidth(),
                input.scanHeight(),
                task.source() == ScanSource.GLASS ? "Platen" : "Feeder",
                colour ? "RGB24" : "Grayscale8",
                dpi,
                dpi);
    }

    /** @return whether the scanner has nothing more to give, so that the job needs no ending */
    private boolean fetch(URI job, long most) throws IOException, DeviceFault, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (pages.size() < most) {
            EsclClient.Page page = client.nextDocument(job);
            switch (page.code()) {
                case 200 -> {
                    keep(page);
                    end = System.nanoTime() + PATIENCE.toNanos();
                }
                case 503 -> {
                    if (System.nanoTime() > end) {
                        throw new DeviceFault(Trouble.BUSY);
                    }
                    Thread.sleep(page.retryAfter());
                }
                case 404, 410 -> {
                    whetherItWasAll(job);
                    return true;
                }
                default -> {
                    refuse(status().feederTrouble());
                    throw new DeviceFault(Trouble.IO_ERROR, "HTTP " + page.code() + " to NextDocument");
                }
            }
        }
        return false;
    }

    private void keep(EsclClient.Page page) throws DeviceFault, InterruptedException {
        byte[] jpeg = page.bytes();
        if (!Picture.of(jpeg).equals(Optional.of(Picture.JPEG))) {
            throw new DeviceFault(Trouble.MALFORMED, jpeg.length + " bytes of " + page.mediaType() + ", not a JPEG");
        }
        pages.add(use.keep(jpeg, Picture.JPEG.mediaType()));
    }

    /** "No more pages" is also what some scanners say after a jam: what they say of themselves then counts. */
    private void whetherItWasAll(URI job) throws IOException, DeviceFault, InterruptedException {
        ScannerStatus status = status();
        refuse(status.feederTrouble().filter(trouble -> trouble != Trouble.NO_DOCUMENT));
        Optional<ScannerStatus.Job> end = status.job(job.getRawPath());
        if (end.filter(it -> it.state().equals("Aborted")).isPresent()) {
            throw new DeviceFault(Trouble.IO_ERROR, "aborted: " + end.get().reasons());
        }
        if (pages.isEmpty()) {
            throw new DeviceFault(Trouble.NO_DOCUMENT);
        }
    }

    private ScannerStatus status() throws IOException, DeviceFault, InterruptedException {
        return ScannerStatus.of(client.read(scanner, "ScannerStatus"));
    }

    private static void refuse(Optional<Trouble> trouble) throws DeviceFault {
        if (trouble.isPresent()) {
            throw new DeviceFault(trouble.get());
        }
    }

    /** Ends the job at the scanner; an interrupt stays one. */
    private void delete(URI job) {
        boolean interrupted = Thread.interrupted();
        try {
            client.delete(job);
        } catch (IOException silent) {
            LOG.info("The scanner did not hear that the job is over: {}", silent.toString());
        } catch (InterruptedException again) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
