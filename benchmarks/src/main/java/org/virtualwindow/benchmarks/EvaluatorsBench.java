package org.virtualwindow.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.server.form.Catalog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "evaluators",
        mixinStandardHelpOptions = true,
        description = "The server and the browsers' code work out the same generated forms of every item.")
final class EvaluatorsBench implements Callable<Integer> {
    @Option(names = "--forms", defaultValue = "5000", description = "of each item and centre (${DEFAULT-VALUE})")
    private int forms;

    @Option(names = "--seed", defaultValue = "7", description = "of the forms (${DEFAULT-VALUE})")
    private long seed;

    @Override
    public Integer call() throws Exception {
        List<String> differences = new ArrayList<>();
        List<Long> server = new ArrayList<>();
        List<Long> browser = new ArrayList<>();
        int items = 0;
        try (ScratchFolder scratch = Machine.makeReady(500)) {
            Evaluators evaluators =
                    Evaluators.build(ScratchFolder.home(), scratch.path().resolve("evaluators"));
            for (Map.Entry<CentreId, List<ServiceItem>> centre :
                    Catalog.load().byCentre().entrySet()) {
                for (ServiceItem item : centre.getValue()) {
                    Evaluators.Outcome outcome = evaluators.compare(item, forms, seed);
                    items++;
                    System.out.printf(
                            "%s of %s: %d forms, %d differ%n",
                            item.item(),
                            centre.getKey(),
                            forms,
                            outcome.differences().size());
                    outcome.differences().stream().limit(3).forEach(System.out::println);
                    differences.addAll(outcome.differences());
                    server.addAll(outcome.javaNanos());
                    browser.addAll(outcome.browserNanos());
                }
            }
        }
        Figures figures = new Figures("evaluators");
        figures.add("items", items, "each as one centre handles it");
        figures.add("forms", (double) items * forms, "");
        figures.add("disagreements", differences.size(), 0, "forms of which they think differently");
        figures.add("server_p99_ms", Percentiles.of(server).millis(99), 5, "all that follows from one form, in Java");
        figures.add(
                "browser_p99_ms", Percentiles.of(browser).millis(99), 10, "the same by the browsers' code, in Node.js");
        figures.print();
        return differences.isEmpty() ? 0 : 1;
    }
}
