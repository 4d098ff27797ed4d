package org.virtualwindow.server.room;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.virtualwindow.protocol.Answer;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomMessage.RoomLeft;
import org.virtualwindow.protocol.ids.ClerkId;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.values.Author;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.protocol.values.Role;
import org.virtualwindow.server.journal.Ledger;
import org.virtualwindow.server.journal.Projection;

/** How the applicant of a matter leaves it with a code and comes back to it. Used in the room's mailbox. */
final class Absence {
    private static final Author SYSTEM = new Author(Role.SYSTEM, "room", "");

    private final RoomId id;
    private final Matter matter;
    private final Ledger ledger;
    private final Company company;
    private final InstantSource clock;

    Absence(RoomId id, Matter matter, Ledger ledger, Company company, InstantSource clock) {
        this.id = id;
        this.matter = matter;
        this.ledger = ledger;
        this.company = company;
        this.clock = clock;
    }

    void mayBeResumed(Asked asked, Instant until, Projection row, Runnable then) {
        RoomState state = matter.state();
        if (state.filed().isPresent()) {
            asked.refused(Refusal.SUBMITTED);
        } else if (!SecondFactor.any(state)) {
            asked.refused(Refusal.NO_SECOND_FACTOR);
        } else {
            long seq =
                    matter.happen(asked.by(), asked.sent(), List.of(new RoomEvent.MayBeResumed(until)), List.of(row));
            ledger.afterCommit(then); // before the answer, so that one that comes alone says that the code was lost
            ledger.accept(asked.opId(), seq, asked.who().peer()::send);
        }
    }

    void putAside(Speaker who, OpId opId, Function<Optional<ClerkId>, Projection> row, Runnable then) {
        refusalToPutAside(matter.state()).ifPresentOrElse(why -> who.peer().send(new Answer.Refused(opId, why)), () -> {
            RoomState state = matter.state();
            long seq = matter.happen(
                    SYSTEM,
                    null,
                    SeatRules.putAside(state),
                    List.of(row.apply(state.visits().clerk())));
            ledger.afterCommit(() -> {
                then.run(); // before the answer: whoever has it may begin the next matter
                who.peer().send(new Answer.Accepted(opId, seq));
                company.parts(new RoomLeft(id));
            });
        });
    }

    private Optional<Refusal> refusalToPutAside(RoomState state) {
        if (state.ended() || state.visits().aside()) {
            return Optional.of(Refusal.NO_ROOM);
        }
        if (state.filed().isPresent()) {
            return Optional.of(Refusal.SUBMITTED);
        }
        if (!state.visits().codeInForce(clock.instant())) {
            return Optional.of(Refusal.INCOMPLETE);
        }
        return SecondFactor.any(state) ? Optional.empty() : Optional.of(Refusal.NO_SECOND_FACTOR);
    }

    /** The code may have been used, or the matter filed, since it was looked for. */
    void resume(Asked asked, RoomEvent.WasResumed back, Projection row, Runnable then) {
        RoomState state = matter.state();
        if (state.filed().isPresent() || state.visits().resumableUntil().isEmpty()) {
            asked.refused(Refusal.WRONG_CODE);
            return;
        }
        // Whoever repeats it speaks from the new kiosk by then.
        Author applicant = new Author(Role.APPLICANT, back.kiosk().value(), "");
        List<RoomEvent> events = new ArrayList<>(UseRules.cancelled(state));
        events.addAll(SeatRules.helperLeaves(state));
        events.add(back);
        matter.happen(applicant, asked.sent(), events, List.of(row));
        ledger.afterCommit(() -> {
            company.asked(Role.APPLICANT, new RoomLeft(id));
            then.run();
        });
    }

    /** Also where the server died before the journal said that the visit had gone on without it: its code is not used up. */
    void expire(Projection row, Runnable then) {
        RoomState state = matter.state();
        if (!state.ended()
                && state.visits().resumableUntil().isPresent()
                && state.filed().isEmpty()) {
            matter.happen(SYSTEM, null, SeatRules.everybodyLeaves(state, RoomEvent.RoomEnd.ABANDONED), List.of(row));
            ledger.afterCommit(then);
        }
    }
}
