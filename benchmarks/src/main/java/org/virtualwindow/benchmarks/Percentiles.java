package org.virtualwindow.benchmarks;

import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** All samples of a latency, in nanoseconds, in order; so a percentile is a sample, never an estimate or an average. */
public record Percentiles(long[] sorted) {
    public static Percentiles of(Collection<Long> nanos) {
        return new Percentiles(
                nanos.stream().mapToLong(Long::longValue).sorted().toArray());
    }

    /** The smallest sample that {@code percent} of all samples do not exceed, in milliseconds. */
    public double millis(double percent) {
        if (sorted.length == 0) {
            throw new IllegalStateException("nothing was measured");
        }
        int rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[Math.max(0, rank - 1)] / 1e6;
    }

    /** Of an even number, the smaller of the two in the middle. */
    static double median(List<Double> samples) {
        return samples.stream().sorted().toList().get((samples.size() - 1) / 2);
    }

    static double greatest(List<Double> samples) {
        return Collections.max(samples);
    }

    int count() {
        return sorted.length;
    }
}
