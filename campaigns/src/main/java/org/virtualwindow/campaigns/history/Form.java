package org.virtualwindow.campaigns.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.virtualwindow.protocol.RoomEvent;

/** What was typed and said in a room. Immutable. */
public record Form(Map<String, Cell> fields, List<ChatLine> lines) {
    public static final Form EMPTY = new Form(Map.of(), List.of());

    public record Cell(String value, Long rev) {}

    public record ChatLine(Long seq, String by, String text) {}

    /** What this form is after an event. Events about anything else leave it as it is. */
    public Form after(long seq, String by, RoomEvent event) {
        return switch (event) {
            case RoomEvent.FieldSet set -> {
                Map<String, Cell> next = new HashMap<>(fields);
                next.put(set.path().value(), new Cell(set.value().text(), set.rev()));
                yield new Form(next, lines);
            }
            case RoomEvent.Said said -> {
                List<ChatLine> next = new ArrayList<>(lines);
                next.add(new ChatLine(seq, by, said.text().text()));
                yield new Form(fields, next);
            }
            case RoomEvent _ -> this;
        };
    }

    /** Everybody in the room is told of these, and of no other event does the form know. */
    static boolean knows(RoomEvent event) {
        return event instanceof RoomEvent.FieldSet || event instanceof RoomEvent.Said;
    }
}
