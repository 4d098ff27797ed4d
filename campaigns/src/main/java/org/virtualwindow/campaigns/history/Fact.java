package org.virtualwindow.campaigns.history;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.server.desk.Call;

/**
 * One line of a history. {@code at} counts nanoseconds from the history's beginning and never goes back. {@code who} is named as
 * the journal names authors, {@code ROLE:id}; where there is no operation, call or code, its name is empty.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface Fact {
    /** What a campaign did to the system. */
    record Broke(Long at, String what) implements Fact {}

    /** Said, or said again with the same {@code op}. */
    record Sent(Long at, String who, String op, Wish wish) implements Fact {}

    record Answered(Long at, String who, String op, Boolean accepted, Long seq) implements Fact {}

    /** A snapshot. @param connection counts this one's connections */
    record Entered(Long at, String who, Long connection, String room, Long seq, Form form) implements Fact {}

    /** @param by who did it */
    record Happened(Long at, String who, Long connection, String room, Long seq, String by, RoomEvent event)
            implements Fact {}

    /** What a screen was told of its own call. @param state as the screen's protocol names it */
    record CallShown(Long at, String who, String state, String call, String code) implements Fact {}

    /** What this one holds of a room when everything has settled. */
    record Holds(Long at, String who, String room, Long seq, Form form) implements Fact {}

    /** What this one holds of its own call when everything has settled. */
    record HoldsCall(Long at, String who, String state, String call) implements Fact {}

    /** An entry of a room's journal. */
    record KeptEvent(String room, Long seq, String by, String op, RoomEvent event) implements Fact {}

    /** An entry of the desk's journal about a call. */
    record KeptCall(Long seq, String by, String op, Call call) implements Fact {}

    /** An entry of the desk's journal about whether a clerk takes calls. */
    record KeptDuty(Long seq, String by, String op, String clerk, Boolean ready) implements Fact {}

    /** A call's row beside the journal. */
    record KeptRow(Call call) implements Fact {}

    /**
     * What was asked for.
     *
     * @param kind the message's name
     * @param where the room or the call
     * @param path the field, the row, or the table for a new row
     * @param text the value or the words, for a declaration whether it is made
     * @param id the new row, the suggestion, the grant's scope or the declaration's code
     * @param rev the field's revision that it goes by
     */
    record Wish(String kind, String where, String path, String text, String id, Optional<Long> rev) {
        public Wish(String kind, String where, String path, String text) {
            this(kind, where, path, text, "", Optional.empty());
        }
    }
}
