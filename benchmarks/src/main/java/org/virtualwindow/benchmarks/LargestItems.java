package org.virtualwindow.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.json.WireCodec;
import org.virtualwindow.protocol.values.Role;
import org.virtualwindow.server.form.Catalog;
import org.virtualwindow.server.form.ItemPackage;

/**
 * What the largest items that come with the program ask of a server, a browser and a line.
 *
 * @param ruled has the most rules
 * @param full its form has the most bytes once everything is filled in
 */
record LargestItems(ServiceItem ruled, ServiceItem full) {
    private static final int SEED = 7;
    private static final int FORMS = 2000;
    private static final int WHOLE_FORMS = 20;

    static LargestItems now() {
        List<ServiceItem> all =
                Catalog.load().all().stream().map(ItemPackage::item).toList();
        return new LargestItems(largest(all, item -> item.rules().size()), largest(all, LargestItems::bytes));
    }

    /** @param folder for the browsers' code, put together */
    void addTo(Figures figures, Path folder) throws IOException, InterruptedException {
        Evaluators evaluators = Evaluators.build(ScratchFolder.home(), folder.resolve("evaluators"));
        Evaluators.Outcome outcome = evaluators.compare(ruled, FORMS, SEED);
        figures.add(
                "rules_server_p99_ms",
                Percentiles.of(outcome.javaNanos()).millis(99),
                5,
                ruled.item() + ", which has the most rules (" + ruled.rules().size() + "), in Java");
        figures.add(
                "rules_browser_p99_ms",
                Percentiles.of(outcome.browserNanos()).millis(99),
                10,
                "the same by the browsers' code, in Node.js");
        figures.add(
                "full_form_kb",
                bytes(full) / 1024.0,
                20,
                full.item() + " filled in to the last field, as the clerk gets it");
    }

    /** The largest of some forms: what somebody chooses opens one part of it and closes another. */
    private static int bytes(ServiceItem item) {
        GeneratedForm generated = new GeneratedForm(SEED);
        return IntStream.range(0, WHOLE_FORMS)
                .map(number -> WireCodec.encode(generated.whole(item).view(Role.CLERK))
                        .getBytes(StandardCharsets.UTF_8)
                        .length)
                .max()
                .orElseThrow();
    }

    private static ServiceItem largest(List<ServiceItem> items, ToIntFunction<ServiceItem> size) {
        return items.stream().max(Comparator.comparingInt(size)).orElseThrow();
    }
}
