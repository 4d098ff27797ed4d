package org.virtualwindow.campaigns;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.virtualwindow.benchmarks.Figures;
import org.virtualwindow.benchmarks.ScratchFolder;
import org.virtualwindow.campaigns.history.Checker;
import org.virtualwindow.campaigns.history.Fact;
import org.virtualwindow.campaigns.history.History;
import org.virtualwindow.campaigns.history.Violation;

/** A campaign from its first line to its exit code: what its people said, saw and kept is checked, and told. */
final class Run {
    private final Path folder;
    private final History history;
    private final Report report;

    private Run(Path folder, History history, Report report) {
        this.folder = folder;
        this.history = history;
        this.report = report;
    }

    /** What a campaign breaks, and what it counts. */
    interface Course {
        /** Returns when everything has settled and the server has stopped. */
        void take(Run run) throws Exception;

        Figures figures(Run run, List<Fact> facts, List<Violation> violations) throws Exception;
    }

    /**
     * Returns the exit code. A run that breaks off tells how far it was, and what repeats it.
     *
     * @param name of the campaign
     * @param command what repeats it
     */
    static int of(String name, String command, Settings settings, Course course) throws Exception {
        try (ScratchFolder scratch = ScratchFolder.make();
                History history = History.begin(Settings.history(name))) {
            Report report = new Report(name, command, settings, System.out);
            report.describesTheMachine(scratch.path());
            try {
                return new Run(scratch.path(), history, report).goes(course);
            } catch (InterruptedException stopped) {
                throw stopped;
            } catch (ExecutionException e) {
                return report.breaksOff(history, Objects.requireNonNullElse(e.getCause(), e));
            } catch (Exception e) {
                return report.breaksOff(history, e);
            }
        }
    }

    private int goes(Course course) throws Exception {
        course.take(this);
        report.isAt("reading what was kept");
        Kept.addTo(history, data());
        history.flush();
        report.isAt("checking");
        List<Fact> facts = History.read(history.file());
        List<Violation> violations = Checker.check(facts);
        return report.end(history, violations, course.figures(this, facts, violations));
    }

    /** Is gone afterwards. */
    Path folder() {
        return folder;
    }

    /** The server's. */
    Path data() {
        return folder.resolve("data");
    }

    History history() {
        return history;
    }

    Report report() {
        return report;
    }
}
