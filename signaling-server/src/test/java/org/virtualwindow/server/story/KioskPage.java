package org.virtualwindow.server.story;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.virtualwindow.protocol.Answer;
import org.virtualwindow.protocol.CallCommand;
import org.virtualwindow.protocol.FieldState;
import org.virtualwindow.protocol.FromKiosk;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomMessage.RoomHappened;
import org.virtualwindow.protocol.RoomMessage.RoomSnapshot;
import org.virtualwindow.protocol.RoomOperation;
import org.virtualwindow.protocol.ToKiosk;
import org.virtualwindow.protocol.ids.CallId;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.ids.RowId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.FieldValue;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.server.form.WholeAnswers;

/** What somebody at a kiosk does. */
record KioskPage(String cookie, String page, Line<ToKiosk> line) implements AutoCloseable {
    static final ServiceItemId NAME = new ServiceItemId("ENT_NAME");
    private static final String SIGNATURE = "/signature";
    static final CentreId NANXUN = new CentreId("330503");

    static FromKiosk.OpenRoom form(OpId op) {
        return new FromKiosk.OpenRoom(op, NAME, NANXUN, List.of("WHO_SEES", "NOT_RECORDED", "KEPT"));
    }

    RoomId opensTheForm() {
        Answer answer = line.does(KioskPage::form);
        if (answer instanceof Answer.Refused refused) {
            throw new AssertionError(refused);
        }
        return line.await(RoomSnapshot.class).room();
    }

    Answer calls(RoomId room) {
        return line.does(op -> new CallCommand.RequestCall(op, room));
    }

    Answer cancels(CallId call) {
        return line.does(op -> new CallCommand.CancelCall(op, call));
    }

    Answer hangsUp(CallId call) {
        return line.does(op -> new CallCommand.HangUp(op, call));
    }

    Answer writes(RoomId room, String path, String value, long baseRev) {
        return line.does(
                op -> new RoomOperation.SetField(op, room, new FieldPath(path), new FieldValue(value), baseRev));
    }

    /** Under the form as this page was told of it last. */
    Answer signs(RoomId room, String path, String value) {
        long formRev =
                line.latest(RoomHappened.class).map(RoomHappened::formRev).orElse(0L);
        return writes(room, path, value, formRev);
    }

    /** Fills in what {@code ENT_NAME} wants, each field once. */
    void fillsIn(RoomId room) {
        fillsIn(room, Map.of());
    }

    void fillsIn(RoomId room, Map<String, String> other) {
        fillsIn(room, NAME, other, List.of());
    }

    /** @param except what stands there already */
    void fillsIn(RoomId room, Map<String, String> other, List<String> except) {
        fillsIn(room, NAME, other, except);
    }

    /** Declares and files what was filled in. */
    void files(RoomId room) {
        line.achieves(op -> new RoomOperation.Declare(op, room, "NAME_RISK", true));
        String formHash = line.awaitLatest(
                        RoomHappened.class, happened -> happened.event() instanceof RoomEvent.Declared)
                .formHash()
                .orElseThrow();
        line.achieves(op -> new RoomOperation.Submit(op, room, formHash));
    }

    /** Fills in what the item wants, each field once; a row that is not there yet is added. */
    void fillsIn(RoomId room, ServiceItemId item, Map<String, String> other) {
        fillsIn(room, item, other, List.of());
    }

    private void fillsIn(RoomId room, ServiceItemId item, Map<String, String> other, List<String> except) {
        fillsIn(room, WholeAnswers.to(item), other, except);
    }

    /** As this centre wants it. */
    void fillsIn(RoomId room, ServiceItemId item, CentreId owner) {
        fillsIn(room, WholeAnswers.to(item, owner), Map.of(), List.of());
    }

    private void fillsIn(RoomId room, String answers, Map<String, String> other, List<String> except) {
        for (String line : answers.lines().toList()) {
            String[] parts = line.split(" ", 2);
            if (except.contains(parts[0])) {
                continue;
            }
            addsRowOf(room, new FieldPath(parts[0]));
            String value = other.getOrDefault(parts[0], parts[1]);
            Answer answer =
                    parts[0].equals(SIGNATURE) ? signs(room, parts[0], value) : writes(room, parts[0], value, 0);
            if (answer instanceof Answer.Refused refused) {
                throw new AssertionError(parts[0] + ": " + refused);
            }
        }
    }

    private void addsRowOf(RoomId room, FieldPath path) {
        String[] steps = path.parts();
        if (steps.length == 3) {
            Answer answer = line.does(
                    op -> new RoomOperation.AddRow(op, room, new FieldPath("/" + steps[0]), new RowId(steps[1])));
            if (answer instanceof Answer.Refused refused && refused.why() != Refusal.ALREADY) {
                throw new AssertionError(path + ": " + refused);
            }
        }
    }

    /** Opens the form and calls; the clerk, who is the only one that is ready, answers and sees the form. */
    RoomId talksWith(Console clerk) {
        clerk.isReady(true);
        RoomId room = opensTheForm();
        calls(room);
        clerk.answers(clerk.awaitRing().call());
        awaitTalking();
        clerk.line().await(RoomSnapshot.class);
        return room;
    }

    static FieldState field(RoomSnapshot snapshot, String path) {
        return Optional.ofNullable(snapshot.form().fields().get(path)).orElseThrow();
    }

    ToKiosk.Talking awaitTalking() {
        return (ToKiosk.Talking) line.awaitLatest(
                        ToKiosk.KioskCallChanged.class,
                        changed -> changed.call().orElse(null) instanceof ToKiosk.Talking)
                .call()
                .orElseThrow();
    }

    ToKiosk.Waiting awaitWaiting(boolean ringing) {
        return (ToKiosk.Waiting) line.awaitLatest(
                        ToKiosk.KioskCallChanged.class,
                        changed -> changed.call().orElse(null) instanceof ToKiosk.Waiting waiting
                                && waiting.ringing() == ringing)
                .call()
                .orElseThrow();
    }

    @Override
    public void close() {
        line.close();
    }
}
