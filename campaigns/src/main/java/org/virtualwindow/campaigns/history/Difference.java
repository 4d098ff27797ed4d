package org.virtualwindow.campaigns.history;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.StringJoiner;

/** In words, and only what differs: a room may hold hundreds of lines. */
final class Difference {
    private Difference() {}

    static String between(Form held, Form kept) {
        StringJoiner text = new StringJoiner("; ");
        each(text, "fields", held.fields().entrySet(), kept.fields().entrySet());
        each(text, "rows", held.rows().entrySet(), kept.rows().entrySet());
        each(text, "suggestions", held.suggestions(), kept.suggestions());
        each(text, "grants", Set.of(held.grants()), Set.of(kept.grants()));
        each(text, "declared", held.declared(), kept.declared());
        each(text, "unconfirmed", held.unconfirmed(), kept.unconfirmed());
        each(text, "rev", Set.of(held.rev()), Set.of(kept.rev()));
        each(text, "lines", held.lines(), kept.lines());
        return text.length() == 0 ? "the same in another order or number" : text.toString();
    }

    private static void each(StringJoiner text, String part, Collection<?> held, Collection<?> kept) {
        Set<Object> more = new LinkedHashSet<>(held);
        more.removeAll(kept);
        Set<Object> less = new LinkedHashSet<>(kept);
        less.removeAll(held);
        if (!more.isEmpty() || !less.isEmpty()) {
            text.add(part + " " + more + " for " + less);
        }
    }
}
