package org.virtualwindow.benchmarks;

import org.virtualwindow.server.config.Refusal;
import picocli.CommandLine;

/** A command that lists what it can do, or does what is named. Ctrl-C ends it like any end: everything it started is stopped. */
public final class CommandList {
    private static final int CLEAN_UP_MILLIS = 60_000;

    private static volatile boolean stopping;

    private CommandList() {}

    /**
     * Ends the process.
     *
     * @param what one of the things it can do, for whoever names another
     */
    public static void run(Object list, String what, String[] arguments) {
        CommandLine commands = new CommandLine(list);
        String name = commands.getCommandName();
        if (arguments.length == 0) {
            commands.getSubcommands()
                    .forEach((each, found) -> System.out.printf(
                            "%-6s %s%n",
                            each,
                            String.join(
                                    " ", found.getCommandSpec().usageMessage().description())));
            return;
        }
        Thread unwind = new Thread(unwinding(Thread.currentThread()), "unwind");
        Runtime.getRuntime().addShutdownHook(unwind);
        int code = commands.setParameterExceptionHandler((e, args) -> {
                    System.err.println(
                            commands.getSubcommands().containsKey(arguments[0])
                                    ? e.getMessage() + " (" + name + " " + arguments[0] + " --help names the options)"
                                    : "There is no " + what + " " + arguments[0] + "; " + name
                                            + " lists what there is.");
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
