package org.virtualwindow.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.virtualwindow.protocol.Answer;
import org.virtualwindow.protocol.RoomMessage.RoomSnapshot;
import org.virtualwindow.protocol.RoomOperation;
import org.virtualwindow.protocol.RoomOperation.Say;
import org.virtualwindow.protocol.RoomOperation.SetField;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.values.ChatText;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.FieldValue;

/**
 * Types without pause into some fields and the chat, remembers what was acknowledged, and says again what was not, as a page does
 * after a cut.
 */
final class Typist<T> {
    private static final int AT_ONCE = 4;
    /** Less than a server takes from one connection in one go. */
    private static final int AT_MOST = 300;

    /** Two of them fit into a room's chat. */
    private static final int MOST_LINES = 400;

    private final String name;
    private final List<String> fields;
    private final Supplier<Talk<T>> connect;
    private final RandomGenerator random;
    private final Map<OpId, RoomOperation> pending = new LinkedHashMap<>();
    private final Map<String, Long> acknowledgedRevs = new HashMap<>();
    private final Map<String, String> acknowledgedValues = new HashMap<>();
    private final List<String> acknowledgedLines = new ArrayList<>();
    private Talk<T> talk;
    private int count;
    private int lines;
    private int lost;

    Typist(String name, List<String> fields, Talk<T> talk, Supplier<Talk<T>> connect, RandomGenerator random) {
        this.name = name;
        this.fields = fields;
        this.talk = talk;
        this.connect = connect;
        this.random = random;
    }

    /** Until the connection ends. */
    void typeUntilCut(RoomId room) throws InterruptedException {
        int last = count + AT_MOST;
        while (true) {
            Optional<RoomOperation> next = count < last ? next(room) : Optional.empty();
            while (next.isPresent()) {
                say(next.get());
                next = count < last ? next(room) : Optional.empty();
            }
            Optional<T> heard = talk.next();
            if (heard.isEmpty()) {
                return;
            }
            hear(heard.get());
        }
    }

    /** Returns the room as the server told it before anything was said again; after this everything is answered. */
    RoomSnapshot comeBack() throws InterruptedException {
        talk.close();
        talk = connect.get();
        RoomSnapshot found = talk.next(Talk.a(RoomSnapshot.class));
        lost += lostIn(found);
        pending.values().forEach(talk::say);
        while (!pending.isEmpty()) {
            hear(talk.next().orElseThrow());
        }
        return found;
    }

    Talk<T> talk() {
        return talk;
    }

    int acknowledged() {
        return acknowledgedLines.size()
                + acknowledgedRevs.values().stream().mapToInt(Long::intValue).sum();
    }

    /** How many acknowledged operations the server had forgotten when this came back. */
    int lost() {
        return lost;
    }

    private int lostIn(RoomSnapshot room) {
        List<String> lines = linesIn(room);
        long said =
                acknowledgedLines.stream().filter(line -> !lines.contains(line)).count();
        long sets = acknowledgedRevs.entrySet().stream()
                .mapToLong(field -> Math.max(0, field.getValue() - revIn(room, field.getKey())))
                .sum();
        return (int) (said + sets);
    }

    /** All is answered by now: the room must be exactly what was acknowledged, each once, in order. */
    void assertExactly(RoomSnapshot room) {
        assertThat(linesIn(room)).as("lines of the %s", name).isEqualTo(acknowledgedLines);
        acknowledgedRevs.forEach((field, rev) -> {
            assertThat(revIn(room, field))
                    .as("%s, times it was set by the %s", field, name)
                    .isEqualTo(rev);
            assertThat(valueIn(room, field)).isEqualTo(Optional.ofNullable(acknowledgedValues.get(field)));
        });
    }

    /** A field is written again when its last writing was answered; empty when there is nothing to say for the moment. */
    private Optional<RoomOperation> next(RoomId room) {
        List<String> free = fields.stream()
                .filter(field -> pending.values().stream()
                        .noneMatch(operation -> operation instanceof SetField set
                                && set.path().value().equals(field)))
                .toList();
        boolean mayChat = lines < MOST_LINES;
        if (pending.size() >= AT_ONCE || (free.isEmpty() && !mayChat)) {
            return Optional.empty();
        }
        count++;
        OpId op = new OpId(name + "-" + count);
        if (free.isEmpty() || (mayChat && random.nextBoolean())) {
            lines++;
            return Optional.of(new Say(op, room, new ChatText(name + " " + count)));
        }
        String field = free.get(random.nextInt(free.size()));
        long rev = acknowledgedRevs.getOrDefault(field, 0L);
        return Optional.of(new SetField(op, room, new FieldPath(field), new FieldValue("第" + count), rev));
    }

    private void say(RoomOperation operation) {
        pending.put(operation.opId(), operation);
        talk.say(operation);
    }

    private void hear(T message) {
        switch (message) {
            case Answer.Refused refused -> throw new AssertionError(name + ": " + refused);
            case Answer.Accepted accepted -> {
                switch (pending.remove(accepted.opId())) {
                    case Say said -> acknowledgedLines.add(said.text().text());
                    case SetField set -> {
                        acknowledgedRevs.merge(set.path().value(), 1L, Long::sum);
                        acknowledgedValues.put(set.path().value(), set.value().text());
                    }
                    case null, default -> throw new AssertionError(name + " was answered twice: " + accepted);
                }
            }
            default -> {}
        }
    }

    private List<String> linesIn(RoomSnapshot room) {
        return room.chat().stream()
                .map(line -> line.text().text())
                .filter(line -> line.startsWith(name))
                .toList();
    }

    private static long revIn(RoomSnapshot room, String field) {
        var state = room.form().fields().get(field);
        return state == null ? 0 : state.rev();
    }

    private static Optional<String> valueIn(RoomSnapshot room, String field) {
        return Optional.ofNullable(room.form().fields().get(field))
                .map(state -> state.value().text());
    }
}
