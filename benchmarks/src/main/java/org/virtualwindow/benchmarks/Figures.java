package org.virtualwindow.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.protocol.json.WireCodec;

/** What a benchmark found: a table for people, and one line of JSON for programs, which is the last on stdout. */
public final class Figures {
    private final String benchmark;
    private final List<Figure> all = new ArrayList<>();

    private record Figure(
            String name, double value, @Nullable Goal goal, String meaning) {}

    private record Goal(String sign, double bound, boolean met) {}

    public Figures(String benchmark) {
        this.benchmark = benchmark;
    }

    public void add(String name, double value, String meaning) {
        all.add(new Figure(name, rounded(value), null, meaning));
    }

    /** @param most the goal */
    public void add(String name, double value, double most, String meaning) {
        all.add(new Figure(name, rounded(value), new Goal("≤", most, rounded(value) <= most), meaning));
    }

    /** @param least the goal */
    void addAtLeast(String name, double value, double least, String meaning) {
        all.add(new Figure(name, rounded(value), new Goal("≥", least, rounded(value) >= least), meaning));
    }

    void print() {
        System.out.print(text());
    }

    /** The table and, as the last line, the JSON. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append("%n%-30s %12s  %-14s %s%n".formatted("figure", "value", "goal", "what it is"));
        for (Figure figure : all) {
            text.append(
                    "%-30s %12s  %-14s %s%n".formatted(figure.name, plain(figure.value), goal(figure), figure.meaning));
        }
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("benchmark", benchmark);
        all.forEach(figure -> line.put(figure.name, figure.value));
        return text.append('\n').append(WireCodec.encode(line)).append('\n').toString();
    }

    private static String goal(Figure figure) {
        Goal goal = figure.goal;
        return goal == null ? "" : goal.sign + " " + plain(goal.bound) + (goal.met ? " met" : " missed");
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
