package org.virtualwindow.campaigns;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.virtualwindow.campaigns.history.Fact;
import org.virtualwindow.campaigns.history.Fact.Wish;
import org.virtualwindow.campaigns.history.Form;
import org.virtualwindow.campaigns.history.Grants;
import org.virtualwindow.campaigns.history.History;
import org.virtualwindow.protocol.Answer;
import org.virtualwindow.protocol.CallCommand;
import org.virtualwindow.protocol.FieldState;
import org.virtualwindow.protocol.FromHall;
import org.virtualwindow.protocol.FromKiosk;
import org.virtualwindow.protocol.RoomMessage;
import org.virtualwindow.protocol.RoomOperation;
import org.virtualwindow.protocol.ToClerk;
import org.virtualwindow.protocol.ToKiosk;
import org.virtualwindow.protocol.values.Author;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.Issue;

/** Writes one person's side of a history, and keeps what a page would hold. Used by one page, which takes turns. */
final class Witness {
    private final String who;
    private final History history;
    private final Map<String, Held> rooms = new HashMap<>();
    private volatile String author;
    private long connection;
    private String callState = "";
    private String call = "";

    /** How far it is in a room, the form by then, and what the server makes of it. */
    record Held(long seq, Form form, Judgement judgement) {
        /** What of it somebody may see; see {@link Form#seenBy}. */
        Held seenBy(String who) {
            Form seen = form.seenBy(who);
            return new Held(seq, seen, seen.equals(form) ? judgement : Judgement.NONE);
        }
    }

    /** What the server says of a form beside what stands in it. */
    record Judgement(List<Issue> issues, Optional<String> formHash) {
        private static final Judgement NONE = new Judgement(List.of(), Optional.empty());
    }

    /** @param who as the journal names authors */
    Witness(String who, History history) {
        this.who = who;
        this.author = who;
        this.history = history;
    }

    String who() {
        return who;
    }

    /** Somebody else sits at the page from now on; what it hears is still this seat's. Nothing may be unanswered. */
    void isUsedBy(String other) {
        author = other;
    }

    /** What it holds of a room, as far as it was told. */
    Optional<Held> held(String room) {
        return Optional.ofNullable(rooms.get(room));
    }

    void connected() {
        connection++;
    }

    void sent(String op, Object message) {
        history.add(new Fact.Sent(history.now(), author, op, wish(message)));
    }

    void heard(Object message) {
        long at = history.now();
        switch (message) {
            case Answer.Accepted(var op, Long seq) -> history.add(new Fact.Answered(at, author, op.value(), true, seq));
            case Answer.Refused refused ->
                history.add(new Fact.Answered(at, author, refused.opId().value(), false, 0L));
            case RoomMessage.RoomSnapshot snapshot -> entered(at, snapshot);
            case RoomMessage.RoomHappened told -> happened(at, told);
            case RoomMessage.RoomLeft(var room) -> rooms.remove(room.value());
            case ToKiosk.KioskCallChanged(var shown) -> {
                String code = shown.orElse(null) instanceof ToKiosk.Talking talking ? talking.code() : "";
                shows(
                        at,
                        shown.map(it -> it.getClass().getSimpleName()).orElse(""),
                        shown.map(it -> it.call().value()).orElse(""),
                        code);
            }
            case ToClerk.ClerkCallChanged(var shown) -> {
                String code = shown.orElse(null) instanceof ToClerk.InCall talking ? talking.code() : "";
                shows(
                        at,
                        shown.map(it -> it.getClass().getSimpleName()).orElse(""),
                        shown.map(it -> it.call().value()).orElse(""),
                        code);
            }
            default -> {} // nothing that the checker asks for
        }
    }

    /** How far each room is that it has in front of it. */
    Map<String, Long> places() {
        Map<String, Long> places = new HashMap<>();
        rooms.forEach((room, held) -> places.put(room, held.seq));
        return places;
    }

    /** To be called when everything has settled. */
    void holds() {
        long at = history.now();
        rooms.forEach((room, held) -> history.add(new Fact.Holds(at, who, room, held.seq, held.form)));
        history.add(new Fact.HoldsCall(at, who, callState, call));
    }

    private void shows(long at, String state, String shownCall, String code) {
        callState = state;
        call = shownCall;
        history.add(new Fact.CallShown(at, who, state, shownCall, code));
    }

    private void entered(long at, RoomMessage.RoomSnapshot snapshot) {
        Form form = form(snapshot);
        String room = snapshot.room().value();
        rooms.put(
                room,
                new Held(
                        snapshot.seq(),
                        form,
                        new Judgement(snapshot.form().issues(), snapshot.form().formHash())));
        history.add(new Fact.Entered(at, who, connection, room, snapshot.seq(), form));
    }

    private static Form form(RoomMessage.RoomSnapshot snapshot) {
        RoomMessage.FormView view = snapshot.form();
        return new Form(
                view.fields().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, field -> cell(field.getValue()))),
                view.rows(),
                snapshot.suggestions().stream()
                        .map(open -> new Form.Suggestion(
                                open.suggestion().value(),
                                open.path().value(),
                                open.value().text(),
                                open.baseRev(),
                                name(open.by())))
                        .toList(),
                Grants.of(snapshot.grants()),
                snapshot.declared(),
                texts(view.unconfirmed()),
                view.rev(),
                snapshot.chat().stream()
                        .map(line -> new Form.ChatLine(
                                line.seq(), name(line.by()), line.text().text()))
                        .toList());
    }

    private static Form.Cell cell(FieldState field) {
        return new Form.Cell(field.value().text(), field.rev(), name(field.by()), field.source(), field.confirmed());
    }

    private static Set<String> texts(List<FieldPath> paths) {
        return paths.stream().map(FieldPath::value).collect(Collectors.toSet());
    }

    private void happened(long at, RoomMessage.RoomHappened told) {
        String room = told.room().value();
        String by = name(told.by());
        rooms.computeIfPresent(
                room,
                (id, held) -> new Held(
                        told.seq(),
                        held.form.after(told.seq(), by, told.event()).told(told.formRev(), texts(told.unconfirmed())),
                        new Judgement(told.issues(), told.formHash())));
        history.add(new Fact.Happened(at, who, connection, room, told.seq(), by, told.event()));
    }

    private static String name(Author author) {
        return author.role() + ":" + author.id();
    }

    private static Wish wish(Object message) {
        String kind = message.getClass().getSimpleName();
        return switch (message) {
            case RoomOperation operation -> Wishes.of(kind, operation);
            case CallCommand.RequestCall request ->
                new Wish(kind, request.room().value(), "", "");
            case CallCommand.AnswerCall answer -> new Wish(kind, answer.call().value(), "", "");
            case CallCommand.DeclineCall decline ->
                new Wish(kind, decline.call().value(), "", "");
            case CallCommand.CancelCall cancel -> new Wish(kind, cancel.call().value(), "", "");
            case CallCommand.HangUp hangUp -> new Wish(kind, hangUp.call().value(), "", "");
            case CallCommand.FinishWrapUp finish -> new Wish(kind, finish.call().value(), "", "");
            case FromHall.AssignCall assign -> new Wish(kind, assign.call().value(), "", "");
            case FromKiosk.EndVisit end -> new Wish(kind, end.room().value(), "", "");
            default -> new Wish(kind, "", "", "");
        };
    }
}
