package org.virtualwindow.campaigns;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.virtualwindow.benchmarks.Figures;
import org.virtualwindow.benchmarks.Machine;
import org.virtualwindow.campaigns.history.Checker;
import org.virtualwindow.campaigns.history.History;
import org.virtualwindow.campaigns.history.Invariant;
import org.virtualwindow.campaigns.history.Violation;

/** What a campaign says while it runs and found in the end: on the screen, and on the page of its name. */
final class Report {
    private static final int SHOWN = 10;
    private static final String FENCE = "```";

    private final String name;
    private final String command;
    private final Settings settings;
    private final StringBuilder said = new StringBuilder();

    /** @param command what repeats it */
    Report(String name, String command, Settings settings, Path data) throws IOException {
        this.name = name;
        this.command = command;
        this.settings = settings;
        says(Machine.describe(data));
    }

    void says(String line) {
        System.out.println(line);
        said.append(line).append('\n');
    }

    /** What does not belong on the page. */
    void mentions(String line) {
        System.out.println(line);
    }

    List<Violation> check(History history) throws IOException {
        return Checker.check(History.read(history.file()));
    }

    static long count(List<Violation> violations, Invariant... which) {
        List<Invariant> wanted = List.of(which);
        return violations.stream()
                .filter(violation -> wanted.contains(violation.invariant()))
                .count();
    }

    /** Returns the exit code: the table and the JSON are there either way, and last. */
    int end(History history, List<Violation> violations, Figures figures) throws IOException {
        violations.stream().limit(SHOWN).forEach(violation -> says(violation.invariant() + ": " + violation.what()));
        if (!violations.isEmpty()) {
            says(violations.size() + " violations: "
                    + violations.stream().collect(Collectors.groupingBy(Violation::invariant, Collectors.counting())));
            says("The same again: " + command + "; the history is "
                    + history.file().getFileName());
            mentions(history.file().toAbsolutePath().toString());
        }
        String table = figures.text();
        System.out.print(table);
        said.append(table);
        write();
        return violations.isEmpty() ? 0 : 1;
    }

    /** Replaces the first block of what was printed; what people wrote around it stays. */
    private void write() throws IOException {
        Path page = settings.into().resolve(name + ".md");
        String block = FENCE + "\n" + said + FENCE;
        String before =
                Files.exists(page) ? Files.readString(page) : "# " + name + "\n\n" + FENCE + "\n" + FENCE + "\n";
        int from = before.indexOf(FENCE);
        int to = before.indexOf(FENCE, from + FENCE.length()) + FENCE.length();
        Files.createDirectories(page.toAbsolutePath().getParent());
        Files.writeString(page, before.substring(0, from) + block + before.substring(to));
    }
}
