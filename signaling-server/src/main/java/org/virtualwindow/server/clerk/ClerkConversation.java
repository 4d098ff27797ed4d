package org.virtualwindow.server.clerk;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.protocol.Answer;
import org.virtualwindow.protocol.Beat;
import org.virtualwindow.protocol.CallCommand.AnswerCall;
import org.virtualwindow.protocol.CallCommand.DeclineCall;
import org.virtualwindow.protocol.CallCommand.FinishWrapUp;
import org.virtualwindow.protocol.CallCommand.HangUp;
import org.virtualwindow.protocol.CallCommand.LetBackIn;
import org.virtualwindow.protocol.CallCommand.SetReady;
import org.virtualwindow.protocol.FromClerk;
import org.virtualwindow.protocol.MediaMessage;
import org.virtualwindow.protocol.RoomOperation;
import org.virtualwindow.protocol.RoomSignal;
import org.virtualwindow.protocol.ToClerk.AsideChanged;
import org.virtualwindow.protocol.ToClerk.ClerkCallChanged;
import org.virtualwindow.protocol.ToClerk.DeskView;
import org.virtualwindow.protocol.ids.ClerkId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.server.call.CallState;
import org.virtualwindow.server.connection.Conversation;
import org.virtualwindow.server.connection.Peer;
import org.virtualwindow.server.desk.DeskState;
import org.virtualwindow.server.desk.Talk;
import org.virtualwindow.server.directory.Directory.ClerkEntry;
import org.virtualwindow.server.room.Room;
import org.virtualwindow.server.room.Speaker;

/** One connected console. Read {@link #handle} as the table of contents of what a clerk can do. */
final class ClerkConversation implements Conversation<FromClerk> {
    private final ClerkEntry clerk;
    private final Peer peer;
    private final ClerkParts parts;
    private final ClerkViews views;
    private final Speaker speaker;
    private final Consumer<ClerkConversation> left;
    private final Talk talk = new Talk();
    private @Nullable DeskView desk;
    private @Nullable ClerkCallChanged shown;
    private @Nullable AsideChanged aside;

    ClerkConversation(
            ClerkEntry clerk, Peer peer, ClerkParts parts, ClerkViews views, Consumer<ClerkConversation> left) {
        this.clerk = clerk;
        this.peer = peer;
        this.parts = parts;
        this.views = views;
        this.speaker = new Speaker.AtConsole(peer, clerk.id());
        this.left = left;
    }

    ClerkId clerk() {
        return clerk.id();
    }

    Peer peer() {
        return peer;
    }

    @Override
    public void handle(FromClerk message) {
        switch (message) {
            case SetReady set -> parts.desk().setReady(peer, set, clerk.id());
            case AnswerCall answer -> parts.desk().answer(peer, answer, clerk.id());
            case DeclineCall decline -> parts.desk().decline(peer, decline, clerk.id());
            case HangUp hangUp -> parts.desk().hangUp(peer, hangUp, clerk.id());
            case FinishWrapUp finish -> parts.desk().finishWrapUp(peer, finish, clerk.id());
            case LetBackIn let -> letBackIn(let);
            case RoomOperation.ByClerk operation -> operate(operation);
            case RoomSignal.ByClerk signal ->
                roomOfMyCall(signal.room()).ifPresent(room -> room.signal(speaker, signal));
            case MediaMessage media -> parts.media().fromClerk(peer, media);
            case Beat _ -> {} // answered by the connection
        }
    }

    /** Called in the desk's mailbox. */
    void deskChanged(DeskState now, Instant at) {
        if (desk == null || desk.state() != now.stateOf(clerk.id())) {
            show(now, at); // one's own state at once, the line with the pulse
        }
        ClerkCallChanged next = new ClerkCallChanged(views.call(clerk.id(), now));
        if (!next.equals(shown)) {
            shown = next;
            peer.send(next);
        }
        talk.follow(
                now.callOf(clerk.id()),
                call -> parts.media().joinClerk(call.id(), peer),
                call -> parts.errands()
                        .execute(() -> parts.rooms().find(call.room()).ifPresent(room -> room.enter(speaker))));
    }

    /** Sends the line where it changed. Only in the desk's mailbox. */
    void show(DeskState now, Instant at) {
        DeskView next = views.desk(clerk, now, at);
        DeskView before = desk;
        boolean same = before != null
                && before.state() == next.state()
                && before.line().equals(next.line())
                && before.windows().equals(next.windows());
        if (!same) {
            desk = next;
            peer.send(next);
        }
    }

    /** Tells which matters wait for their applicants, where that changed. On the queue of the reminders: it waits for the database. */
    void showAside() {
        AsideChanged next = views.aside(parts.aside().of(clerk.id()));
        if (!next.equals(aside)) {
            aside = next;
            peer.send(next);
        }
    }

    @Override
    public boolean inCall() {
        return talk.goesOn();
    }

    @Override
    public void gone() {
        left.accept(this);
        parts.desk()
                .now()
                .callOf(clerk.id())
                .ifPresent(call -> parts.rooms().find(call.room()).ifPresent(room -> room.leave(speaker)));
    }

    private void operate(RoomOperation.ByClerk operation) {
        roomOfMyCall(operation.room())
                .ifPresentOrElse(
                        room -> Offers.refusal(
                                        operation, parts.packages().now(), room.facts(), parts.directory()::isMapped)
                                .ifPresentOrElse(
                                        why -> peer.send(new Answer.Refused(operation.opId(), why)),
                                        () -> room.operate(speaker, operation)),
                        () -> peer.send(new Answer.Refused(operation.opId(), Refusal.NO_ROOM)));
    }

    /** No other is even looked for: to find a room can mean to read the whole of its journal. */
    private Optional<Room> roomOfMyCall(RoomId id) {
        return parts.desk()
                .now()
                .callOf(clerk.id())
                .filter(call ->
                        call.state() instanceof CallState.Talking && call.room().equals(id))
                .flatMap(call -> parts.rooms().find(call.room()));
    }

    private void letBackIn(LetBackIn let) {
        boolean done = parts.desk()
                .now()
                .call(let.call())
                .filter(call -> call.state() instanceof CallState.Talking talking
                        && talking.clerk().equals(clerk.id()))
                .filter(call -> parts.kiosks().letBackIn(call.kiosk(), call.room()))
                .isPresent();
        peer.send(done ? new Answer.Accepted(let.opId(), 0L) : new Answer.Refused(let.opId(), Refusal.NO_CALL));
    }
}
