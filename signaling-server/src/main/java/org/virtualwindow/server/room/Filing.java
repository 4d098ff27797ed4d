package org.virtualwindow.server.room;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.ServiceItem.What;
import org.virtualwindow.protocol.ids.CaseNo;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.values.FieldValue;
import org.virtualwindow.server.casefile.CaseNumbers;
import org.virtualwindow.server.identity.Secrets;
import org.virtualwindow.server.journal.Projection;
import org.virtualwindow.server.postgres.DatabaseFailure;

/** How one room is filed: a case number is drawn outside its mailbox, one at a time, and the case gets its row. */
final class Filing {
    private static final Logger log = LoggerFactory.getLogger(Filing.class);

    private final CaseNumbers numbers;
    private final Function<FieldValue, byte[]> people;
    private final InstantSource clock;
    private final Executor background;
    private boolean underWay;

    /** @param people under which name a person's cases are found again, by the number of their card */
    Filing(CaseNumbers numbers, Function<FieldValue, byte[]> people, InstantSource clock, Executor background) {
        this.numbers = numbers;
        this.people = people;
        this.clock = clock;
        this.background = background;
    }

    /** @param progress the secret in the receipt's QR code */
    record Drawn(CaseNo caseNo, String progress) {
        RoomEvent.Submitted of(RoomState room) {
            return new RoomEvent.Submitted(
                    caseNo,
                    room.formHash().orElseThrow(),
                    Optional.of(progress),
                    Optional.of(MaterialRules.open(room)).filter(open -> !open.isEmpty()));
        }
    }

    /**
     * Draws a number; false where one is being drawn already. Called in the room's mailbox, where {@code then} runs too: empty where
     * the database did not answer.
     */
    boolean draw(CentreId owner, Executor mailbox, Consumer<Optional<Drawn>> then) {
        if (underWay) {
            return false;
        }
        underWay = true;
        background.execute(() -> {
            Optional<Drawn> drawn = drawn(owner);
            mailbox.execute(() -> {
                underWay = false;
                then.accept(drawn);
            });
        });
        return true;
    }

    private Optional<Drawn> drawn(CentreId owner) {
        try {
            return Optional.of(new Drawn(numbers.draw(owner, clock.instant()), Secrets.token()));
        } catch (DatabaseFailure e) {
            log.error("No case number could be drawn for {}: {}", owner, e.getMessage());
            return Optional.empty();
        }
    }

    Projection row(RoomId room, RoomState state, Drawn drawn) {
        String formHash = state.formHash().orElseThrow();
        byte @Nullable [] person = state.person()
                .flatMap(known -> Optional.ofNullable(known.card().get(What.ID_NO)))
                .map(idNo -> people.apply(idNo))
                .orElse(null);
        long filedAt = clock.instant().toEpochMilli();
        return transaction -> {
            transaction.update(
                    """
                    insert into case_file
                    (case_no, room, item, near_centre, owner_centre, filed_at, state, form_hash, progress_hash, person)
                    values (?, ?, ?, ?, ?, ?, 'RECEIVED', ?, ?, ?)\
                    """,
                    drawn.caseNo().value(),
                    room.value(),
                    state.form().item().item().value(),
                    state.near().value(),
                    state.owner().value(),
                    filedAt,
                    formHash,
                    Secrets.sha256(drawn.progress()),
                    person);
            transaction.update(
                    "update room set state = 'FILED' where id = ? and state in ('OPEN', 'ASIDE')", room.value());
        };
    }
}
