package org.virtualwindow.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.server.find.ItemFinder;
import org.virtualwindow.server.form.Catalog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "find",
        mixinStandardHelpOptions = true,
        description =
                "Everyday questions put to a large catalogue: how soon, and whether the right item is among the first"
                        + " three.")
final class FindBench implements Callable<Integer> {
    @Option(names = "--items", defaultValue = "2000", description = "generated beside the real ones (${DEFAULT-VALUE})")
    private int items;

    @Option(names = "--centres", defaultValue = "4", description = "each handling all of them (${DEFAULT-VALUE})")
    private int centres;

    @Option(names = "--rounds", defaultValue = "20", description = "every question, this often (${DEFAULT-VALUE})")
    private int rounds;

    @Option(names = "--seed", defaultValue = "7", description = "of the items (${DEFAULT-VALUE})")
    private long seed;

    @Override
    public Integer call() throws Exception {
        try (ScratchFolder _ = Machine.makeReady(500)) {
            measure().print();
        }
        return 0;
    }

    private Figures measure() {
        Catalog catalog = Catalog.load();
        Map<CentreId, List<ServiceItem>> all = GeneratedItems.beside(
                catalog.byCentre(), List.copyOf(catalog.events().keySet()), items, centres, seed);
        long from = System.nanoTime();
        ItemFinder finder = ItemFinder.of(all, catalog.events(), Map.of());
        long built = System.nanoTime() - from;
        Questions questions = Questions.about(catalog.byCentre().values().stream()
                .flatMap(List::stream)
                .map(ServiceItem::item)
                .collect(Collectors.toSet()));
        questions.ask(finder); // the compiler is awake for the others
        List<Long> nanos = new ArrayList<>();
        Questions.Outcome last = questions.ask(finder);
        for (int round = 1; round < rounds; round++) {
            nanos.addAll(last.nanos());
            last = questions.ask(finder);
        }
        nanos.addAll(last.nanos());
        last.missed().forEach(System.out::println);
        Figures figures = new Figures("find");
        figures.add("items", all.values().stream().mapToInt(List::size).sum(), "each as one centre handles it");
        figures.add("questions", last.asked(), "about items that there are, of the hundred prepared");
        figures.add("right", last.right(), "the item that is meant is among the first three");
        figures.addAtLeast("right_percent", 100.0 * last.right() / last.asked(), 90, "");
        figures.add("find_p50_ms", Percentiles.of(nanos).millis(50), "a question → what is shown");
        figures.add("find_p95_ms", Percentiles.of(nanos).millis(95), 50, "");
        figures.add("find_p99_ms", Percentiles.of(nanos).millis(99), "");
        figures.add("index_ms", built / 1e6, "made once for a catalogue");
        return figures;
    }
}
