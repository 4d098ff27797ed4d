package org.virtualwindow.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.server.form.Catalog;
import org.virtualwindow.system.Gallery.Variant;

/**
 * Every page of every item's form, as each centre wants it, with all it can ever ask for and all of it missed, in both languages at a
 * kiosk: pictured into {@code target/pictures/items}, and judged as the galleries are. A page that is to the letter one that was
 * judged already is not judged again.
 */
class ItemPagesIT extends SystemTest {
    private static final List<CentreId> CENTRES =
            Stream.of("330503", "320114", "340104").map(CentreId::new).toList();
    private static final Path PICTURES = Path.of("target", "pictures", "items");
    private static final List<Variant> VARIANTS = Gallery.KIOSK.variants().stream()
            .filter(variant -> List.of("upright", "english").contains(variant.name()))
            .toList();

    /** What stood on the pages that were judged, by variant: how long it was, and its hash. */
    private final Set<String> judged = ConcurrentHashMap.newKeySet();

    private record Form(CentreId owner, ServiceItem item) {}

    @Test
    void everyPageOfEveryItemCanBeReadAndTouched() throws Exception {
        Catalog catalog = Catalog.load();
        Queue<Form> left = CENTRES.stream()
                .flatMap(owner -> catalog.of(owner).stream().map(item -> new Form(owner, item)))
                .collect(Collectors.toCollection(ConcurrentLinkedQueue::new));
        assertThat(left).hasSizeGreaterThan(20 * CENTRES.size());
        List<String> faults = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<List<String>>> both = List.of(WalkTest.ENTRANCE, WalkTest.AREA).stream()
                    .map(kiosk -> threads.submit(() -> judge(kiosk, left)))
                    .toList();
            for (Future<List<String>> each : both) {
                faults.addAll(each.get());
            }
        }
        System.out.printf("figure: pages of forms judged: %d%n", judged.size());
        assertThat(faults).isEmpty();
    }

    /** Judges items, in a browser of this thread's own, until none is left. */
    private List<String> judge(KioskId kiosk, Queue<Form> left) {
        List<String> faults = new ArrayList<>();
        try (Playwright playwright = Playwright.create()) {
            Page page = heardPage(Chromium.launch(playwright), Gallery.KIOSK.address(), 1280, 800);
            page.navigate(origin() + "/kiosk/#launch=" + launchCode(kiosk));
            page.locator("h1").first().waitFor(); // the browser is signed in
            page.navigate(origin() + Gallery.KIOSK.address());
            var shown = new GalleryPage(page);
            for (Form form = left.poll(); form != null; form = left.poll()) {
                String item = form.item().item().value();
                String name = item + "-" + form.owner().value();
                page.navigate(origin() + Gallery.KIOSK.address() + "?item=" + item + "&owner="
                        + form.owner().value());
                List<String> pages = shown.screens();
                assertThat(pages).as(name).hasSameSizeAs(form.item().pages());
                for (Variant variant : VARIANTS) {
                    shown.resize(variant.width(), variant.height(), variant.zoom());
                    for (String each : pages) {
                        shown.turnTo(variant.hash(each));
                        String content = shown.content();
                        if (judged.add(variant.name() + ' ' + content.length() + ' ' + content.hashCode())) {
                            shown.photograph(PICTURES.resolve(name + "-" + each + "-" + variant.name() + ".png"));
                            shown.faults(variant.rules(Gallery.KIOSK)).stream()
                                    .map(fault -> "%s, %s, %s: %s".formatted(name, each, variant.name(), fault))
                                    .forEach(faults::add);
                        }
                    }
                }
            }
        }
        return faults;
    }
}
