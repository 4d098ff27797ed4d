package org.virtualwindow.server.kiosk;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.virtualwindow.protocol.Answer;
import org.virtualwindow.protocol.DeviceResult;
import org.virtualwindow.protocol.FromKiosk.CardShown;
import org.virtualwindow.protocol.FromKiosk.MakeResumeCode;
import org.virtualwindow.protocol.FromKiosk.Resume;
import org.virtualwindow.protocol.IdentityDocument;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.ToKiosk.ResumeCodeMade;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.values.FieldValue;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.protocol.values.Trouble;
import org.virtualwindow.server.desk.Desk;
import org.virtualwindow.server.device.Devices;
import org.virtualwindow.server.identity.ResumeCodes;
import org.virtualwindow.server.identity.ResumeCodes.Found;
import org.virtualwindow.server.identity.Visitor.KioskVisitor;
import org.virtualwindow.server.items.Packages;
import org.virtualwindow.server.journal.Projection;
import org.virtualwindow.server.room.Room;
import org.virtualwindow.server.room.RoomFacts;
import org.virtualwindow.server.room.Rooms;
import org.virtualwindow.server.room.Speaker;
import org.virtualwindow.server.room.Visits;
import org.virtualwindow.server.room.Visits.Visit;

/** Leaving a matter with a code, and coming back to it at any kiosk. Waits for the database. */
public final class Resuming {
    private final ResumeCodes codes;
    private final Rooms rooms;
    private final Visits visits;
    private final Desk desk;
    private final Devices devices;
    private final Packages packages;
    private final InstantSource clock;
    /** The reading of a card whose outcome is still wanted there. */
    private final Map<KioskId, Object> wanted = new ConcurrentHashMap<>();

    private volatile Runnable changed = () -> {};

    public Resuming(
            ResumeCodes codes,
            Rooms rooms,
            Visits visits,
            Desk desk,
            Devices devices,
            Packages packages,
            InstantSource clock) {
        this.codes = codes;
        this.rooms = rooms;
        this.visits = visits;
        this.desk = desk;
        this.devices = devices;
        this.packages = packages;
        this.clock = clock;
    }

    /**
     * How the kiosk stands.
     *
     * @param open what is open there
     * @param mine this start of the kiosk's browser may see it
     */
    record Here(Optional<RoomId> open, boolean mine, boolean outOfOrder) {}

    /** @param listener is told after a matter was put aside or taken up again */
    public void listen(Runnable listener) {
        changed = listener;
    }

    /** The code is told once, after it is on disk; whoever missed it asks for another. */
    void make(Speaker who, MakeResumeCode make, Room room) {
        ResumeCodes.Made made = codes.make(room.id());
        RoomFacts facts = room.facts();
        room.mayBeResumed(
                who,
                make.opId(),
                make,
                made.until(),
                made.row(),
                () -> who.peer()
                        .send(new ResumeCodeMade(
                                room.id(), made.code(), made.until(), facts.provedByCard(), facts.provedByMobile())));
    }

    void putAside(Speaker who, OpId opId, Room room, KioskVisitor kiosk) {
        Instant now = clock.instant();
        room.putAside(who, opId, clerk -> Rooms.asideOf(room.id(), clerk, now, now.plus(ResumeCodes.VALID)), () -> {
            visits.ended(kiosk.kiosk(), room.id());
            desk.visitEnded(kiosk.kiosk());
            changed.run();
        });
    }

    /** Whether the applicant may come back to this matter with a code. */
    boolean mayBeResumed(Room room) {
        return keptUntil(room).isPresent();
    }

    /** Until when a matter that is left now is kept for its applicant; empty where it is filed, or no code is in force for it. */
    Optional<Instant> keptUntil(Room room) {
        return room.facts().resumableUntil(clock.instant());
    }

    /** The row of a matter that is kept while its visit goes on with another. */
    Projection kept(Room room) {
        Instant now = clock.instant();
        return Rooms.asideOf(room.id(), room.facts().clerk(), now, now.plus(ResumeCodes.VALID));
    }

    /** A matter was put aside elsewhere than here. */
    void told() {
        changed.run();
    }

    /** @param here is asked again once a card was read, which takes a while */
    void resume(Speaker who, Resume resume, KioskVisitor kiosk, Supplier<Here> here) {
        Here now = here.get();
        if (isAnswered(who, resume, now)) {
            return;
        }
        Optional<CardShown> card = resume.card();
        if (card.isEmpty()) {
            find(who, resume, kiosk, now, Optional.empty());
        } else if (devices.cards().byDaemon(kiosk.kiosk())) {
            read(who, resume, kiosk, card.get(), here);
        } else {
            devices.cards()
                    .laidHere(card.get().simulated())
                    .ifPresentOrElse(
                            laid -> find(who, resume, kiosk, now, Optional.of(laid)),
                            () -> refuse(who, resume, Refusal.DEVICE_NOT_REACHED));
        }
    }

    private void read(Speaker who, Resume resume, KioskVisitor kiosk, CardShown card, Supplier<Here> here) {
        Object reading = new Object();
        wanted.put(kiosk.kiosk(), reading);
        devices.cards()
                .read(
                        kiosk.kiosk(),
                        card.simulated(),
                        result -> who.peer().inOrder(() -> {
                            boolean stillWanted = wanted.remove(kiosk.kiosk(), reading);
                            cardEnded(
                                    who,
                                    resume,
                                    kiosk,
                                    here.get(),
                                    stillWanted ? result : new DeviceResult.TaskCancelled());
                        }));
    }

    /** No card is wanted any more, also where one was read that nothing was done with yet. */
    void stopReading(KioskId kiosk) {
        wanted.remove(kiosk);
        devices.cards().stop(kiosk);
    }

    /** Whether nothing can be taken up at this kiosk as it stands. */
    private boolean isAnswered(Speaker who, Resume resume, Here here) {
        if (here.open().isPresent() && here.mine()) {
            rooms.find(here.open().get())
                    .ifPresentOrElse(
                            room -> {
                                room.enter(who);
                                room.repeat(who, resume.opId(), resume); // the answer to it may have been lost
                            },
                            () -> refuse(who, resume, Refusal.NO_ROOM));
            return true;
        }
        if (here.open().isEmpty() && here.outOfOrder()) {
            refuse(who, resume, Refusal.OUT_OF_ORDER);
            return true;
        }
        return false;
    }

    private void cardEnded(Speaker who, Resume resume, KioskVisitor kiosk, Here here, DeviceResult result) {
        if (isAnswered(who, resume, here)) {
            return;
        }
        switch (result) {
            case DeviceResult.CardWasRead read -> find(who, resume, kiosk, here, Optional.of(read.document()));
            case DeviceResult.TaskFailed failed
            when failed.why() != Trouble.TIMED_OUT && failed.why() != Trouble.NO_CARD ->
                refuse(who, resume, Refusal.DEVICE_FAULT);
            default -> refuse(who, resume, Refusal.TRY_AGAIN);
        }
    }

    private void find(Speaker who, Resume resume, KioskVisitor kiosk, Here here, Optional<IdentityDocument> card) {
        switch (codes.find(resume.code(), kiosk.kiosk())) {
            case Found.Wrong _ -> refuse(who, resume, Refusal.WRONG_CODE);
            case Found.TooMany(Instant until) ->
                who.peer()
                        .send(new Answer.Refused(
                                resume.opId(), Refusal.TOO_MANY, Optional.empty(), List.of(), Optional.of(until)));
            case Found.Matter(RoomId id) ->
                rooms.find(id)
                        .filter(room ->
                                room.facts().isOf(card.map(each -> new FieldValue(each.number())), resume.mobile()))
                        .ifPresentOrElse(
                                room -> proved(who, resume, kiosk, here, room),
                                () -> refuse(who, resume, Refusal.WRONG_CODE));
        }
    }

    /** Only whoever has shown both is told more than that it is wrong. */
    private void proved(Speaker who, Resume resume, KioskVisitor kiosk, Here here, Room room) {
        codes.right(resume.code(), kiosk.kiosk(), room.id());
        RoomFacts facts = room.facts();
        boolean elsewhere = !facts.kiosk().equals(kiosk.kiosk()) && isOpenAt(facts.kiosk(), room);
        if (here.open().filter(open -> !open.equals(room.id())).isPresent()) {
            refuse(who, resume, Refusal.ALREADY);
        } else if (facts.owner().equals(kiosk.centre())
                || packages.now().packageOf(facts.item(), facts.owner()).isEmpty()) {
            refuse(who, resume, Refusal.OTHER_REGION);
        } else if (!facts.aside()
                && elsewhere
                && (!resume.takeOver() || desk.now().callAt(facts.kiosk()).isPresent())) {
            refuse(who, resume, Refusal.OPEN_ELSEWHERE);
        } else {
            enter(who, resume, kiosk, room, facts.kiosk());
        }
    }

    private void enter(Speaker who, Resume resume, KioskVisitor kiosk, Room room, KioskId before) {
        room.resume(
                who,
                resume.opId(),
                resume,
                new RoomEvent.WasResumed(kiosk.kiosk(), kiosk.centre()),
                transaction -> {
                    Rooms.resumedAt(room.id(), kiosk).write(transaction);
                    ResumeCodes.used(room.id()).write(transaction);
                },
                () -> {
                    if (!before.equals(kiosk.kiosk()) && isOpenAt(before, room)) {
                        visits.ended(before, room.id());
                        desk.visitEnded(before);
                    }
                    visits.resumed(kiosk.kiosk(), new Visit(room.id(), kiosk.browserStart()));
                    changed.run();
                });
    }

    /** Where it was left, something else may be open by now, with a call of its own. */
    private boolean isOpenAt(KioskId kiosk, Room room) {
        return visits.at(kiosk).filter(open -> open.room().equals(room.id())).isPresent();
    }

    private static void refuse(Speaker who, Resume resume, Refusal why) {
        who.peer().send(new Answer.Refused(resume.opId(), why));
    }
}
