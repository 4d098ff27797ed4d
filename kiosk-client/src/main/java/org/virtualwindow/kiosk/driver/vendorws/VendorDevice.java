package org.virtualwindow.kiosk.driver.vendorws;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.virtualwindow.kiosk.driver.Device;
import org.virtualwindow.kiosk.driver.DeviceFault;
import org.virtualwindow.kiosk.driver.Picture;
import org.virtualwindow.kiosk.driver.Settings;
import org.virtualwindow.kiosk.driver.Status;
import org.virtualwindow.kiosk.driver.Use;
import org.virtualwindow.kiosk.driver.card.CardWords;
import org.virtualwindow.protocol.Blob;
import org.virtualwindow.protocol.DeviceResult;
import org.virtualwindow.protocol.DeviceTask;
import org.virtualwindow.protocol.DeviceTask.ReadIdCard;
import org.virtualwindow.protocol.DeviceTask.ScanPages;
import org.virtualwindow.protocol.values.DeviceCondition;
import org.virtualwindow.protocol.values.Trouble;
import tools.jackson.databind.JsonNode;

/** A device behind the service. Each task has a line of its own, so that no answer is taken for another's. */
final class VendorDevice implements Device {
    private static final Logger LOG = LoggerFactory.getLogger(VendorDevice.class);
    private static final Duration PROBING = Duration.ofMillis(1500);

    private final URI url;
    private final Settings settings;

    VendorDevice(URI url, Settings settings) {
        this.url = url;
        this.settings = settings;
    }

    @Override
    public Status status() throws InterruptedException {
        Exchange probe = new Exchange("probe", settings);
        Optional<String> question = probe.filled("request", Map.of("id", newId()));
        try (VendorLine line = VendorLine.draw(url, settings.get("origin"))) {
            if (question.isEmpty()) {
                return Status.OK;
            }
            line.say(question.get());
            return switch (probe.meaning(Exchange.parse(line.hear(PROBING)))) {
                case Exchange.Meaning.Done _ -> Status.OK;
                case Exchange.Meaning.Wait(Optional<Trouble> trouble) ->
                    new Status(DeviceCondition.BUSY, trouble.stream().toList());
                case Exchange.Meaning.Failed failed -> Status.of(DeviceCondition.FAULT, failed.why());
            };
        } catch (IOException notThere) {
            return Status.of(DeviceCondition.FAULT, Trouble.OFFLINE);
        } catch (DeviceFault silent) {
            return Status.of(DeviceCondition.FAULT, silent.why() == Trouble.TIMED_OUT ? Trouble.OFFLINE : silent.why());
        }
    }

    @Override
    public DeviceResult run(DeviceTask task, Use use) throws DeviceFault, InterruptedException {
        return switch (task) {
            case ReadIdCard _ -> readCard(use);
            case ScanPages scan -> scan(scan, use);
            case DeviceTask.PrintDocument _,
                    DeviceTask.CapturePage _,
                    DeviceTask.WatchBed _,
                    DeviceTask.DrawSignature _ -> throw new DeviceFault(Trouble.NOT_PRESENT);
        };
    }

    private DeviceResult readCard(Use use) throws DeviceFault, InterruptedException {
        Exchange read = new Exchange("read", settings);
        JsonNode[] card = new JsonNode[1];
        converse(read, Map.of(), use, answer -> card[0] = answer);
        return new DeviceResult.CardWasRead(CardWords.document(
                item -> read.setting("field." + item).flatMap(pointer -> Exchange.text(card[0], pointer))));
    }

    private DeviceResult scan(ScanPages task, Use use) throws DeviceFault, InterruptedException {
        Exchange scan = new Exchange("scan", settings);
        String image = scan.setting("image").orElseThrow(() -> new DeviceFault(Trouble.NOT_PRESENT, "no scan.image"));
        List<Blob> pages = new ArrayList<>();
        Map<String, String> asked = Map.of(
                "dpi", task.dpi().toString(),
                "mode", task.mode().name().toLowerCase(Locale.ROOT),
                "source", task.source().name().toLowerCase(Locale.ROOT),
                "pages", task.maxPages().toString());
        converse(scan, asked, use, answer -> {
            Optional<String> page = Exchange.text(answer, image);
            if (page.isPresent()) {
                pages.add(keep(page.get(), use));
            }
        });
        if (pages.isEmpty()) {
            throw new DeviceFault(Trouble.NO_DOCUMENT);
        }
        return new DeviceResult.PagesKept(List.copyOf(pages));
    }

    private static Blob keep(String base64, Use use) throws DeviceFault, InterruptedException {
        byte[] page;
        try {
            page = Base64.getMimeDecoder().decode(base64.replaceFirst("^data:[^,]*,", ""));
        } catch (IllegalArgumentException notBase64) {
            throw new DeviceFault(Trouble.MALFORMED, "a page that is no Base64");
        }
        Picture picture = Picture.of(page)
                .orElseThrow(() -> new DeviceFault(Trouble.MALFORMED, page.length + " bytes that are no picture"));
        return use.keep(page, picture.mediaType());
    }

    /** Takes what answers. */
    private interface Taker {
        void take(JsonNode answer) throws DeviceFault, InterruptedException;
    }

    /** Asks, and hears until it is done. Whatever ends it earlier ends it at the service, too. */
    private void converse(Exchange exchange, Map<String, String> asked, Use use, Taker taker)
            throws DeviceFault, InterruptedException {
        String id = newId();
        Map<String, String> values = new HashMap<>(asked);
        values.put("id", id);
        String question = exchange.filled("request", values)
                .orElseThrow(() -> new DeviceFault(Trouble.NOT_PRESENT, "no request"));
        try (VendorLine line = VendorLine.draw(url, settings.get("origin"))) {
            line.say(question);
            boolean done = false;
            try {
                done = hearAll(exchange, line, id, use, taker);
            } finally {
                if (!done) {
                    cancel(exchange, line, values);
                }
            }
        } catch (IOException cut) {
            throw new DeviceFault(Trouble.OFFLINE, "the service is not there");
        }
    }

    private static boolean hearAll(Exchange exchange, VendorLine line, String id, Use use, Taker taker)
            throws DeviceFault, InterruptedException {
        Set<Trouble> said = EnumSet.noneOf(Trouble.class);
        while (true) {
            JsonNode answer = Exchange.parse(line.hear(exchange.patience()));
            if (!exchange.isFor(answer, id)) {
                continue;
            }
            switch (exchange.meaning(answer)) {
                case Exchange.Meaning.Done _ -> {
                    taker.take(answer);
                    return true;
                }
                case Exchange.Meaning.Wait(Optional<Trouble> trouble) -> {
                    trouble.filter(said::add).ifPresent(use::waitsFor);
                    if (exchange.kind().equals("scan")) {
                        taker.take(answer);
                    }
                }
                case Exchange.Meaning.Failed failed -> throw new DeviceFault(failed.why());
            }
        }
    }

    private static void cancel(Exchange exchange, VendorLine line, Map<String, String> values) {
        boolean interrupted = Thread.interrupted();
        try {
            Optional<String> word = exchange.filled("cancel", values);
            if (word.isPresent()) {
                line.say(word.get());
            }
        } catch (IOException cut) {
            LOG.debug("The service did not hear that it is over", cut);
        } catch (InterruptedException again) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }

    @Override
    public void close() {
        // nothing is held between two tasks
    }
}
