package org.virtualwindow.benchmarks;

import java.util.List;

/** Lists the benchmarks, or runs the one that is named. */
public final class Bench {
    /** A measurement people start by name. */
    public interface Benchmark {
        String name();

        String purpose();

        /** Prints a readable table and, as the last line, one JSON object of named figures. */
        void run(List<String> arguments) throws Exception;
    }

    private static final List<Benchmark> BENCHMARKS = List.of();

    private Bench() {}

    static void main(String[] arguments) throws Exception {
        if (arguments.length == 0) {
            list();
            return;
        }
        var asked =
                BENCHMARKS.stream().filter(b -> b.name().equals(arguments[0])).findFirst();
        if (asked.isEmpty()) {
            System.err.println("There is no benchmark " + arguments[0] + "; ./bench lists what there is.");
            System.exit(2);
        } else {
            asked.get().run(List.of(arguments).subList(1, arguments.length));
        }
    }

    private static void list() {
        if (BENCHMARKS.isEmpty()) {
            System.out.println("none yet");
        }
        for (Benchmark benchmark : BENCHMARKS) {
            System.out.printf("%-10s %s%n", benchmark.name(), benchmark.purpose());
        }
    }
}
