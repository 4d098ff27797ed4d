package org.virtualwindow.benchmarks;

import org.virtualwindow.server.config.Refusal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Lists the benchmarks, or runs the one that is named. Ctrl-C ends it like any end: everything it started is stopped. */
@Command(
        name = "./bench",
        subcommands = {CallBench.class, FormBench.class, IdleBench.class, RelayBench.class, StormBench.class})
public final class Bench {
    private static final int CLEAN_UP_MILLIS = 60_000;

    private static volatile boolean stopping;

    private Bench() {}

    static void main(String[] arguments) {
        CommandLine bench = new CommandLine(new Bench());
        if (arguments.length == 0) {
            bench.getSubcommands()
                    .forEach((name, found) -> System.out.printf(
                            "%-6s %s%n",
                            name,
                            String.join(
                                    " ", found.getCommandSpec().usageMessage().description())));
            return;
        }
        Thread unwind = new Thread(unwinding(Thread.currentThread()), "unwind");
        Runtime.getRuntime().addShutdownHook(unwind);
        int code = bench.setParameterExceptionHandler((e, args) -> {
                    System.err.println(
                            bench.getSubcommands().containsKey(arguments[0])
                                    ? e.getMessage() + " (./bench " + arguments[0] + " --help names the options)"
                                    : "There is no benchmark " + arguments[0] + "; ./bench lists what there is.");
                    return CommandLine.ExitCode.USAGE;
                })
                .setExecutionExceptionHandler((e, line, parsed) -> {
                    if (e instanceof Refusal) {
                        System.err.println(e.getMessage());
                    } else if (!stopping) {
                        e.printStackTrace();
                    }
                    return CommandLine.ExitCode.SOFTWARE;
                })
                .execute(arguments);
        try {
            Runtime.getRuntime().removeShutdownHook(unwind);
            System.exit(code);
        } catch (IllegalStateException alreadyStopping) {
            // Ctrl-C came first, and the hook waits for this thread.
        }
    }

    /** The main thread is woken wherever it waits, and leaves its try-with-resources blocks as it does at any end. */
    private static Runnable unwinding(Thread main) {
        return () -> {
            stopping = true;
            main.interrupt();
            try {
                main.join(CLEAN_UP_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }
}
