package org.virtualwindow.campaigns;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.virtualwindow.campaigns.history.Form;
import org.virtualwindow.protocol.RoomOperation;
import org.virtualwindow.protocol.RoomOperation.Say;
import org.virtualwindow.protocol.RoomOperation.SetField;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.values.ChatText;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.FieldValue;

/** Types into some fields and the chat, or does what else there is to do, until told to stop, also while nobody answers: as much as a page lets wait. */
final class Typist {
    private static final int WAITING_AT_MOST = 4;
    private static final int FASTEST_MILLIS = 15;
    private static final int SLOWEST_MILLIS = 60;
    /** Two of them fit into a room's chat. */
    private static final int MOST_LINES = 400;

    private final Person<?> person;
    private final RoomId room;
    private final List<String> fields;
    private final String mark;
    private final SplittableRandom random;
    private final Optional<Hands> hands;
    /** The field that each operation which waits for its answer writes. */
    private final Map<String, String> writing = new HashMap<>();

    private final Thread thread = Thread.ofVirtual().unstarted(this::typesOn);

    private volatile boolean stopped;

    private int count;
    private int lines;

    /** @param mark ends everything this one writes, so that no two people write the same */
    Typist(Person<?> person, RoomId room, List<String> fields, String mark, SplittableRandom random) {
        this(person, room, fields, mark, random, Optional.empty());
    }

    /** @param hands do every other thing, and know the fields in the rows */
    Typist(
            Person<?> person,
            RoomId room,
            List<String> fields,
            String mark,
            SplittableRandom random,
            Optional<Hands> hands) {
        this.person = person;
        this.room = room;
        this.fields = fields;
        this.mark = mark;
        this.random = random;
        this.hands = hands;
    }

    void begin() {
        thread.start();
    }

    /** Returns when the last thing was said; it may not be answered yet. */
    void stop() throws InterruptedException {
        stopped = true;
        thread.join();
    }

    private void typesOn() {
        try {
            while (!stopped) {
                Await.passing(Duration.ofMillis(random.nextInt(FASTEST_MILLIS, SLOWEST_MILLIS)));
                if (person.page().unanswered() < WAITING_AT_MOST) {
                    types();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What others write into the same field meanwhile makes some of this refused; that is part of the play. */
    private void types() {
        Form form = person.page().held(room.value()).map(Witness.Held::form).orElse(Form.EMPTY);
        if (hands.isPresent() && random.nextBoolean() && acts(hands.get(), form)) {
            return;
        }
        Set<String> waiting = person.page().waiting();
        writing.keySet().retainAll(waiting);
        List<String> free = hands.map(it -> it.fields(form)).orElse(fields).stream()
                .filter(field -> !writing.containsValue(field))
                .toList();
        boolean mayChat = lines < MOST_LINES;
        boolean chats = mayChat && (free.isEmpty() || random.nextInt(4) == 0);
        if (!chats && free.isEmpty()) {
            return;
        }
        OpId op = person.newOp();
        String text = "第" + ++count + "次" + mark;
        if (chats) {
            lines++;
            person.does(op, new Say(op, room, new ChatText(text)));
        } else {
            String field = free.get(random.nextInt(free.size()));
            writing.put(op.value(), field);
            person.does(op, new SetField(op, room, new FieldPath(field), new FieldValue(text), person.rev(field)));
        }
    }

    private boolean acts(Hands with, Form form) {
        OpId op = person.newOp();
        String text = "第" + ++count + "次" + mark;
        Optional<RoomOperation> operation =
                person.who().startsWith("CLERK:") ? with.clerks(op, form, text) : with.applicants(op, form);
        operation.ifPresent(it -> person.does(op, it));
        return operation.isPresent();
    }
}
