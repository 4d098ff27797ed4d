package org.virtualwindow.campaigns;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.virtualwindow.benchmarks.Figures;
import org.virtualwindow.benchmarks.Machine;
import org.virtualwindow.campaigns.history.History;
import org.virtualwindow.campaigns.history.Invariant;
import org.virtualwindow.campaigns.history.Violation;
import org.virtualwindow.protocol.json.WireCodec;

/** What a campaign says while it runs and found in the end: on the screen, and on the page of its name. */
final class Report {
    private static final int SHOWN = 10;
    private static final String FENCE = "```";

    private final String name;
    private final String command;
    private final Settings settings;
    private final PrintStream screen;
    private final StringBuilder said = new StringBuilder();
    private volatile String phase = "beginning";

    /** @param command what repeats it */
    Report(String name, String command, Settings settings, PrintStream screen) {
        this.name = name;
        this.command = command;
        this.settings = settings;
        this.screen = screen;
    }

    void describesTheMachine(Path data) throws IOException {
        says(Machine.describe(data));
    }

    void says(String line) {
        screen.println(line);
        said.append(line).append('\n');
    }

    /** What does not belong on the page. */
    void mentions(String line) {
        screen.println(line);
    }

    /** How far the run is, for whoever reads that it broke off. */
    void isAt(String next) {
        phase = next;
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
        screen.print(table);
        said.append(table);
        write();
        return violations.isEmpty() ? 0 : 1;
    }

    /**
     * Of a campaign without a history. Returns the exit code.
     *
     * @param wrong what was found that should not be there
     */
    int end(List<String> wrong, Figures figures) throws IOException {
        wrong.stream().limit(SHOWN).forEach(this::says);
        if (!wrong.isEmpty()) {
            says(wrong.size() + " in all. The same again: " + command);
        }
        String table = figures.text();
        screen.print(table);
        said.append(table);
        write();
        return wrong.isEmpty() ? 0 : 1;
    }

    /** Returns the exit code. There are no figures then, so the page stays as it was; the last line is JSON all the same. */
    int breaksOff(History history, Throwable why) throws IOException {
        history.flush();
        why.printStackTrace(screen);
        mentions("Broke off at: " + phase + ".");
        mentions("The same again: " + command + "; the history until then is "
                + history.file().toAbsolutePath());
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("benchmark", name);
        line.put("failed", why.toString());
        line.put("at", phase);
        line.put("seed", settings.seed());
        line.put("again", command);
        mentions(WireCodec.encode(line));
        return 1;
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
