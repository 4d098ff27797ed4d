package org.virtualwindow.campaigns.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.virtualwindow.campaigns.history.Fact.Entered;
import org.virtualwindow.campaigns.history.Fact.KeptEvent;
import org.virtualwindow.protocol.RoomEvent;

/**
 * What the kept events of a room made of it. A field that the package hides would still count as unconfirmed here: campaigns write
 * such fields as are always shown. Immutable.
 *
 * @param before what an undoing brings back, by path
 */
record Replay(Form form, Map<String, String> before) {

    /** By the place in the room's journal, from 0 on. */
    static NavigableMap<Long, Replay> of(Ledger ledger, String room) {
        NavigableMap<Long, Replay> states = new TreeMap<>();
        Replay state = new Replay(Form.EMPTY.withRows(firstRows(ledger, room)), Map.of());
        states.put(0L, state);
        for (KeptEvent kept : ledger.room(room)) {
            state = state.after(kept);
            states.put(kept.seq(), state);
        }
        return states;
    }

    /** A table begins with the rows its package says, which no event tells: who opened the room was shown them. */
    private static Map<String, List<String>> firstRows(Ledger ledger, String room) {
        return ledger.all(Entered.class)
                .filter(in -> in.room().equals(room) && in.seq() == 1)
                .findFirst()
                .map(in -> in.form().rows())
                .orElse(Map.of());
    }

    private Replay after(KeptEvent kept) {
        Map<String, String> undone = kept.event() instanceof RoomEvent.FieldSet set ? undoing(kept.by(), set) : before;
        Form next = form.after(kept.seq(), kept.by(), kept.event());
        Set<String> waiting = next.fields().entrySet().stream()
                .filter(field -> !field.getValue().confirmed()
                        && !field.getValue().value().equals(undone.getOrDefault(field.getKey(), "")))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return new Replay(next.told(next.rev(), waiting), undone);
    }

    /** All that a clerk writes while it is not confirmed is undone as one. */
    private Map<String, String> undoing(String by, RoomEvent.FieldSet set) {
        String path = set.path().value();
        Form.Cell stands = form.fields().get(path);
        if (Form.isClerk(by) && stands != null && !stands.confirmed()) {
            return before;
        }
        Map<String, String> next = new HashMap<>(before);
        next.put(path, stands == null ? "" : stands.value());
        return next;
    }
}
