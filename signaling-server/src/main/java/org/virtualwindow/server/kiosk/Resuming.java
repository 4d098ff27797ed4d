package org.virtualwindow.server.kiosk;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.virtualwindow.protocol.Answer;
import org.virtualwindow.protocol.FromKiosk.MakeResumeCode;
import org.virtualwindow.protocol.FromKiosk.Resume;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.ToKiosk.ResumeCodeMade;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.server.card.CardReader;
import org.virtualwindow.server.card.IdentityCard;
import org.virtualwindow.server.desk.Desk;
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
    private final CardReader cards;
    private final Packages packages;
    private final InstantSource clock;
    private volatile Runnable changed = () -> {};

    public Resuming(
            ResumeCodes codes,
            Rooms rooms,
            Visits visits,
            Desk desk,
            CardReader cards,
            Packages packages,
            InstantSource clock) {
        this.codes = codes;
        this.rooms = rooms;
        this.visits = visits;
        this.desk = desk;
        this.cards = cards;
        this.packages = packages;
        this.clock = clock;
    }

    /** @param mine this start of the kiosk's browser may see it */
    record Here(RoomId room, boolean mine) {}

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

    /** @param here what is open at this kiosk already */
    void resume(Speaker who, Resume resume, KioskVisitor kiosk, Optional<Here> here) {
        if (here.filter(Here::mine).isPresent()) {
            rooms.find(here.get().room())
                    .ifPresentOrElse(
                            room -> {
                                room.enter(who);
                                room.repeat(who, resume.opId(), resume); // the answer to it may have been lost
                            },
                            () -> refuse(who, resume, Refusal.NO_ROOM));
            return;
        }
        switch (codes.find(resume.code(), kiosk.kiosk())) {
            case Found.Wrong _ -> refuse(who, resume, Refusal.WRONG_CODE);
            case Found.TooMany(Instant until) ->
                who.peer()
                        .send(new Answer.Refused(
                                resume.opId(), Refusal.TOO_MANY, Optional.empty(), List.of(), Optional.of(until)));
            case Found.Matter(RoomId id) ->
                rooms.find(id)
                        .filter(room -> room.facts()
                                .isOf(resume.card().flatMap(cards::read).map(IdentityCard::idNo), resume.mobile()))
                        .ifPresentOrElse(
                                room -> proved(who, resume, kiosk, here, room),
                                () -> refuse(who, resume, Refusal.WRONG_CODE));
        }
    }

    /** Only whoever has shown both is told more than that it is wrong. */
    private void proved(Speaker who, Resume resume, KioskVisitor kiosk, Optional<Here> here, Room room) {
        codes.right(resume.code(), kiosk.kiosk(), room.id());
        RoomFacts facts = room.facts();
        boolean elsewhere = !facts.kiosk().equals(kiosk.kiosk()) && isOpenAt(facts.kiosk(), room);
        if (here.filter(open -> !open.room().equals(room.id())).isPresent()) {
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
