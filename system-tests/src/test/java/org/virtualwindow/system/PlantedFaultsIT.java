package org.virtualwindow.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What judges the galleries finds every fault that is planted for it, and only that one. */
class PlantedFaultsIT {
    private static final Map<String, Object> RULES =
            Map.of("contrast", 4.5, "text", 22.0, "target", 60.0, "gap", 8.0, "mayCut", false);

    private static final String PLANT = """
        (index) => {
          document.querySelector("main")?.remove();
          const main = document.createElement("main");
          main.append(document.querySelectorAll("template")[index].content.cloneNode(true));
          document.body.append(main);
        }\
        """;

    @Test
    void everyPlantedFaultIsFoundAndNothingElse() throws IOException {
        try (Browser browser = Chromium.launch()) {
            Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1280, 800));
            page.setContent(Files.readString(Path.of("src/test/resources/gallery/planted.html")));
            var gallery = new GalleryPage(page);
            gallery.resize(1280, 800, 1);
            List<?> templates = (List<?>)
                    page.evaluate("[...document.querySelectorAll('template')].map((each) => each.dataset.finds)");
            assertThat(templates).hasSizeGreaterThan(15);
            Map<String, List<String>> mistaken = new LinkedHashMap<>();
            for (int index = 0; index < templates.size(); index++) {
                page.evaluate(PLANT, index);
                String finds = templates.get(index).toString();
                List<String> found = gallery.faults(RULES);
                boolean right =
                        finds.isEmpty() ? found.isEmpty() : found.stream().anyMatch(fault -> fault.startsWith(finds));
                if (!right || found.stream().anyMatch(fault -> !fault.startsWith(finds))) {
                    mistaken.put(finds, found);
                }
            }
            assertThat(mistaken).as("planted, and what was found instead").isEmpty();
        }
    }
}
