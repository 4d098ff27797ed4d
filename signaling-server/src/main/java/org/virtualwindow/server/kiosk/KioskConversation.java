package org.virtualwindow.server.kiosk;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.protocol.Answer;
import org.virtualwindow.protocol.Beat;
import org.virtualwindow.protocol.CallCommand.CancelCall;
import org.virtualwindow.protocol.CallCommand.HangUp;
import org.virtualwindow.protocol.CallCommand.RequestCall;
import org.virtualwindow.protocol.FromKiosk;
import org.virtualwindow.protocol.FromKiosk.EndPhone;
import org.virtualwindow.protocol.FromKiosk.EndVisit;
import org.virtualwindow.protocol.FromKiosk.HandOver;
import org.virtualwindow.protocol.FromKiosk.HelperSignIn;
import org.virtualwindow.protocol.FromKiosk.HelperSignOut;
import org.virtualwindow.protocol.FromKiosk.MakeResumeCode;
import org.virtualwindow.protocol.FromKiosk.MoveOn;
import org.virtualwindow.protocol.FromKiosk.OfferPhone;
import org.virtualwindow.protocol.FromKiosk.OpenRoom;
import org.virtualwindow.protocol.FromKiosk.PageDevicesAre;
import org.virtualwindow.protocol.FromKiosk.PageTested;
import org.virtualwindow.protocol.FromKiosk.PutAside;
import org.virtualwindow.protocol.FromKiosk.ReadCard;
import org.virtualwindow.protocol.FromKiosk.Resume;
import org.virtualwindow.protocol.FromKiosk.StopReading;
import org.virtualwindow.protocol.FromKiosk.TakeEarlier;
import org.virtualwindow.protocol.MediaMessage;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomOperation;
import org.virtualwindow.protocol.RoomOperation.UseDone;
import org.virtualwindow.protocol.RoomSignal;
import org.virtualwindow.protocol.ToKiosk.Interrupted;
import org.virtualwindow.protocol.ToKiosk.KioskCall;
import org.virtualwindow.protocol.ToKiosk.KioskCallChanged;
import org.virtualwindow.protocol.ToKiosk.KioskStanding;
import org.virtualwindow.protocol.ToKiosk.Lobby;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.server.connection.Conversation;
import org.virtualwindow.server.connection.Peer;
import org.virtualwindow.server.desk.Caller;
import org.virtualwindow.server.desk.DeskState;
import org.virtualwindow.server.desk.Resumed;
import org.virtualwindow.server.desk.Talk;
import org.virtualwindow.server.identity.Visitor.KioskVisitor;
import org.virtualwindow.server.room.Room;
import org.virtualwindow.server.room.RoomFacts;
import org.virtualwindow.server.room.Rooms;
import org.virtualwindow.server.room.Speaker;
import org.virtualwindow.server.room.Visits.Visit;

/** One connected kiosk page. Read {@link #handle} as the table of contents of what a kiosk can do. */
final class KioskConversation implements Conversation<FromKiosk> {
    private final KioskVisitor kiosk;
    private final Optional<String> origin;
    private final Peer peer;
    private final KioskParts parts;
    private final KioskViews views;
    private final Speaker speaker;
    private final Consumer<KioskConversation> left;
    private final Papers papers;
    private final Talk talk = new Talk();
    private @Nullable Lobby lobby;
    private @Nullable KioskStanding standing;
    private @Nullable KioskCallChanged shown;
    private @Nullable Interrupted saidInterrupted;

    KioskConversation(
            KioskVisitor kiosk,
            Optional<String> origin,
            Peer peer,
            KioskParts parts,
            KioskViews views,
            Consumer<KioskConversation> left) {
        this.kiosk = kiosk;
        this.origin = origin;
        this.peer = peer;
        this.parts = parts;
        this.views = views;
        this.speaker = new Speaker.AtKiosk(peer);
        this.papers = new Papers(parts, speaker);
        this.left = left;
    }

    KioskVisitor kiosk() {
        return kiosk;
    }

    Peer peer() {
        return peer;
    }

    @Override
    public void handle(FromKiosk message) {
        switch (message) {
            case OpenRoom open -> openRoom(open);
            case MoveOn on -> moveOn(on);
            case EndVisit end -> endVisit(end);
            case HelperSignIn signIn -> signIn(signIn);
            case HelperSignOut signOut ->
                inRoom(signOut.room(), signOut.opId(), room -> room.helperLeaves(speaker, signOut.opId(), signOut));
            case HandOver over ->
                inRoom(over.room(), over.opId(), room -> room.handOver(speaker, over.opId(), over, over.to()));
            case RequestCall request ->
                inRoom(request.room(), request.opId(), room -> parts.desk().requestCall(peer, request, caller(room)));
            case CancelCall cancel ->
                unlessInterrupted(cancel.opId(), () -> parts.desk().cancelCall(peer, cancel, kiosk.kiosk()));
            case HangUp hangUp ->
                unlessInterrupted(hangUp.opId(), () -> parts.desk().hangUp(peer, hangUp, kiosk.kiosk()));
            case MakeResumeCode make ->
                inRoom(make.room(), make.opId(), room -> parts.resuming().make(speaker, make, room));
            case PutAside aside ->
                inRoom(
                        aside.room(),
                        aside.opId(),
                        room -> parts.resuming().putAside(speaker, aside.opId(), room, kiosk));
            case Resume resume -> parts.resuming().resume(speaker, resume, kiosk, this::here);
            case ReadCard read -> inRoom(read.room(), read.opId(), room -> papers.read(room, read));
            case TakeEarlier take -> inRoom(take.room(), take.opId(), room -> papers.takeEarlier(room, take));
            case StopReading _ -> parts.resuming().stopReading(kiosk.kiosk());
            case OfferPhone offer -> inRoom(offer.room(), offer.opId(), room -> phones().offer(room, offer));
            case EndPhone end -> inRoom(end.room(), end.opId(), room -> phones().end(room, end));
            case UseDone done -> inRoom(done.room(), done.opId(), room -> useDone(room, done));
            case RoomOperation.ByApplicant operation ->
                inRoom(operation.room(), operation.opId(), room -> room.operate(speaker, operation));
            case RoomSignal.ByApplicant signal ->
                visitOf(signal.room())
                        .flatMap(visit -> parts.rooms().find(visit.room()))
                        .ifPresent(room -> room.signal(speaker, signal));
            case PageDevicesAre are -> parts.devices().pageHas(kiosk.kiosk(), peer, are.devices());
            case PageTested tested -> parts.fleet().tested(kiosk.kiosk(), tested.test(), tested.parts(), true);
            case MediaMessage media -> parts.media().fromKiosk(peer, media);
            case Beat _ -> {} // answered by the connection
        }
    }

    /** Says what this kiosk can do, and shows what is open at it, where this start of the browser may see that. */
    void begin() {
        parts.visits()
                .at(kiosk.kiosk())
                .filter(this::isMine)
                .flatMap(visit -> parts.rooms().find(visit.room()))
                .ifPresent(room -> {
                    room.enter(speaker);
                    phones().show(room.id());
                });
        parts.devices().pageCame(kiosk.kiosk(), kiosk.browserStart(), origin, peer);
    }

    /** Says that a matter is open here which this start of the browser may not see, and whether a clerk could let them in. */
    private void sayInterrupted(DeskState desk) {
        parts.visits().at(kiosk.kiosk()).filter(visit -> !isMine(visit)).ifPresent(visit -> {
            Interrupted next =
                    new Interrupted(visit.room(), desk.talkingIn(visit.room()).isPresent());
            if (!next.equals(saidInterrupted)) {
                saidInterrupted = next;
                peer.send(next);
            }
        });
    }

    /** A matter is open here that another start of this kiosk's browser began. */
    boolean interrupted() {
        return parts.visits().at(kiosk.kiosk()).filter(visit -> !isMine(visit)).isPresent();
    }

    /** Called in the desk's mailbox. An interrupted kiosk is seen and heard by the clerk, who decides whether it is the same person. */
    void deskChanged(DeskState desk) {
        sayInterrupted(desk);
        Optional<KioskCall> call = interrupted() ? Optional.empty() : views.call(kiosk.kiosk(), desk);
        KioskCallChanged next = new KioskCallChanged(call);
        if (!next.equals(shown)) {
            shown = next;
            peer.send(next);
        }
        talk.follow(desk.callAt(kiosk.kiosk()), begun -> parts.media().joinKiosk(begun.id(), peer));
    }

    /** Called by the pulse. */
    void show(Lobby next) {
        Lobby before = lobby;
        if (before == null
                || !before.destinations().equals(next.destinations())
                || !before.offering().equals(next.offering())) {
            lobby = next;
            peer.send(next);
        }
    }

    /** Called by the pulse. */
    void show(KioskStanding next) {
        if (!next.equals(standing)) {
            standing = next;
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
        parts.devices().pageLeft(kiosk.kiosk(), peer);
        parts.visits()
                .at(kiosk.kiosk())
                .filter(this::isMine)
                .flatMap(visit -> parts.rooms().find(visit.room()))
                .ifPresent(room -> room.leave(speaker));
    }

    private void openRoom(OpenRoom open) {
        Opening opening = new Opening(parts, kiosk, speaker);
        Optional<Visit> visit = parts.visits().at(kiosk.kiosk());
        if (visit.isEmpty()) {
            opening.open(open);
        } else {
            visit.filter(this::isMine)
                    .flatMap(mine -> parts.rooms().find(mine.room()))
                    .ifPresentOrElse(room -> opening.repeat(room, open), () -> refuse(open.opId(), Refusal.ALREADY));
        }
    }

    /**
     * Also where the room may not be seen from here: whoever stands at the kiosk may end and clear. They may be somebody else, so
     * what its applicant can come back to with a code stays for them.
     */
    private void endVisit(EndVisit end) {
        Optional<Visit> visit =
                parts.visits().at(kiosk.kiosk()).filter(here -> here.room().equals(end.room()));
        Optional<Room> room = visit.flatMap(here -> parts.rooms().find(here.room()));
        boolean foreign = visit.filter(here -> !isMine(here)).isPresent();
        if (foreign && room.filter(parts.resuming()::mayBeResumed).isPresent()) {
            parts.resuming().putAside(speaker, end.opId(), room.get(), kiosk);
        } else if (room.isPresent()) {
            room.get().end(speaker, end.opId(), RoomEvent.RoomEnd.LEFT, Rooms.endOf(end.room()), () -> {
                parts.visits().ended(kiosk.kiosk(), end.room());
                parts.desk().visitEnded(kiosk.kiosk());
            });
        } else if (parts.visits().isOver(kiosk.kiosk(), end.room())) {
            peer.send(new Answer.Accepted(end.opId(), 0L));
        } else {
            refuse(end.opId(), Refusal.NO_ROOM);
        }
    }

    private void moveOn(MoveOn on) {
        MovingOn moving = new MovingOn(parts, kiosk, speaker);
        Optional<Visit> here = parts.visits().at(kiosk.kiosk()).filter(this::isMine);
        if (here.isPresent()
                && !here.get().room().equals(on.room())
                && parts.visits().opened(kiosk.kiosk(), on.opId())) {
            parts.rooms()
                    .find(here.get().room())
                    .ifPresentOrElse(opened -> moving.repeat(opened, on), () -> refuse(on.opId(), Refusal.NO_ROOM));
        } else {
            inRoom(on.room(), on.opId(), room -> moving.from(room, on));
        }
    }

    private void signIn(HelperSignIn signIn) {
        inRoom(
                signIn.room(),
                signIn.opId(),
                room -> parts.helpers()
                        .check(kiosk.centre(), kiosk.kiosk(), signIn.code().code())
                        .ifPresentOrElse(
                                helper -> room.helperArrives(speaker, signIn.opId(), signIn, helper),
                                () -> refuse(signIn.opId(), Refusal.WRONG_CODE)));
    }

    /** A page that is not stored for this room is none. */
    private void useDone(Room room, UseDone done) {
        if (parts.devices().areKept(room.id(), done.result())) {
            room.operate(speaker, done);
        } else {
            refuse(done.opId(), Refusal.INVALID);
        }
    }

    private Caller caller(Room room) {
        RoomFacts facts = room.facts();
        return new Caller(
                kiosk.kiosk(),
                kiosk.centre(),
                room.id(),
                facts.owner(),
                facts.item(),
                facts.hasHelper(),
                facts.resumedAt().map(at -> new Resumed(at, facts.clerk())));
    }

    private Resuming.Here here() {
        Optional<Visit> visit = parts.visits().at(kiosk.kiosk());
        return new Resuming.Here(
                visit.map(Visit::room),
                visit.filter(this::isMine).isPresent(),
                parts.fleet().of(kiosk.kiosk()).outOfOrder());
    }

    /** Whoever started the browser anew has no call until they are let back in. */
    private void unlessInterrupted(OpId opId, Runnable then) {
        if (interrupted()) {
            refuse(opId, Refusal.NO_CALL);
        } else {
            then.run();
        }
    }

    private Phones phones() {
        return new Phones(parts.phones(), kiosk, peer);
    }

    private void inRoom(RoomId id, OpId opId, Consumer<Room> then) {
        visitOf(id)
                .flatMap(visit -> parts.rooms().find(visit.room()))
                .ifPresentOrElse(then, () -> refuse(opId, Refusal.NO_ROOM));
    }

    /** The visit, if it is this room and this start of the browser may see it. */
    private Optional<Visit> visitOf(RoomId room) {
        return parts.visits().at(kiosk.kiosk()).filter(visit -> visit.room().equals(room) && isMine(visit));
    }

    private boolean isMine(Visit visit) {
        return visit.browserStart().equals(kiosk.browserStart());
    }

    private void refuse(OpId opId, Refusal why) {
        peer.send(new Answer.Refused(opId, why));
    }
}
