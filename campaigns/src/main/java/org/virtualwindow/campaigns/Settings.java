package org.virtualwindow.campaigns;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.benchmarks.ScratchFolder;
import picocli.CommandLine.Option;

/** What every campaign can be told. */
final class Settings {
    @Option(names = "--runs", description = "how often (a campaign's own number)")
    private @Nullable Integer runs;

    @Option(names = "--seed", defaultValue = "1", description = "chooses what happens and when (${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--into", description = "the folder of the page about it (docs/measured)")
    private @Nullable Path into;

    int runs(int usual) {
        return runs == null ? usual : runs;
    }

    long seed() {
        return seed;
    }

    Path into() {
        return into == null ? ScratchFolder.home().resolve("docs/measured") : into;
    }

    /** What repeats a run. @param more options that a campaign has of its own, each behind a space */
    String command(String campaign, int times, String more) {
        return "./campaign " + campaign + " --runs " + times + " --seed " + seed + more;
    }

    /** Where a campaign's history lies until the next of its name begins. */
    static Path history(String campaign) {
        return ScratchFolder.home().resolve("campaigns/target/history-" + campaign + ".jsonl");
    }
}
