package org.virtualwindow.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.server.form.Catalog;
import org.virtualwindow.system.Gallery.Variant;

/**
 * Every page of every item's form, with all it can ever ask for and all of it missed, in both languages at a kiosk: pictured into
 * {@code target/pictures/items}, and judged as the galleries are.
 */
class ItemPagesIT extends SystemTest {
    private static final CentreId NANXUN = new CentreId("330503");
    private static final Path PICTURES = Path.of("target", "pictures", "items");
    private static final List<Variant> VARIANTS = Gallery.KIOSK.variants().stream()
            .filter(variant -> List.of("upright", "english").contains(variant.name()))
            .toList();

    @Test
    void everyPageOfEveryItemCanBeReadAndTouched() throws Exception {
        Queue<ServiceItem> left = new ConcurrentLinkedQueue<>(Catalog.load().of(NANXUN));
        assertThat(left).hasSizeGreaterThan(20);
        List<String> faults = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<List<String>>> judged = List.of(WalkTest.ENTRANCE, WalkTest.AREA).stream()
                    .map(kiosk -> threads.submit(() -> judge(kiosk, left)))
                    .toList();
            for (Future<List<String>> each : judged) {
                faults.addAll(each.get());
            }
        }
        assertThat(faults).isEmpty();
    }

    /** Judges items, in a browser of this thread's own, until none is left. */
    private List<String> judge(KioskId kiosk, Queue<ServiceItem> left) {
        List<String> faults = new ArrayList<>();
        try (Playwright playwright = Playwright.create()) {
            Page page = heardPage(Chromium.launch(playwright), Gallery.KIOSK.address(), 1280, 800);
            page.navigate(origin() + "/kiosk/#launch=" + launchCode(kiosk));
            page.locator("h1").first().waitFor(); // the browser is signed in
            page.navigate(origin() + Gallery.KIOSK.address());
            var shown = new GalleryPage(page);
            for (ServiceItem item = left.poll(); item != null; item = left.poll()) {
                String name = item.item().value();
                page.navigate(origin() + Gallery.KIOSK.address() + "?item=" + name + "&owner=" + NANXUN.value());
                List<String> pages = shown.screens();
                assertThat(pages).as(name).hasSameSizeAs(item.pages());
                for (Variant variant : VARIANTS) {
                    shown.resize(variant.width(), variant.height(), variant.zoom());
                    for (String each : pages) {
                        shown.turnTo(variant.hash(each));
                        shown.photograph(PICTURES.resolve(name + "-" + each + "-" + variant.name() + ".png"));
                        shown.faults(variant.rules(Gallery.KIOSK)).stream()
                                .map(fault -> "%s, %s, %s: %s".formatted(name, each, variant.name(), fault))
                                .forEach(faults::add);
                    }
                }
            }
        }
        return faults;
    }
}
