package org.virtualwindow.benchmarks;

import picocli.CommandLine.Command;

/** Lists the benchmarks, or runs the one that is named. */
@Command(
        name = "./bench",
        subcommands = {
            CallBench.class,
            EvaluatorsBench.class,
            FindBench.class,
            FormBench.class,
            IdleBench.class,
            RelayBench.class,
            StormBench.class
        })
public final class Bench {
    private Bench() {}

    static void main(String[] arguments) {
        CommandList.run(new Bench(), "benchmark", arguments);
    }
}
