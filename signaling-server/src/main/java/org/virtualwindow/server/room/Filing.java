package org.virtualwindow.server.room;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.virtualwindow.protocol.ids.CaseNo;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.server.casefile.CaseNumbers;
import org.virtualwindow.server.identity.Secrets;
import org.virtualwindow.server.journal.Projection;
import org.virtualwindow.server.postgres.DatabaseFailure;

/** What a filing needs from outside the room: a case number, the receipt's secret, the case's row. */
final class Filing {
    private static final Logger log = LoggerFactory.getLogger(Filing.class);

    private final CaseNumbers numbers;
    private final InstantSource clock;
    private final Executor background;

    Filing(CaseNumbers numbers, InstantSource clock, Executor background) {
        this.numbers = numbers;
        this.clock = clock;
        this.background = background;
    }

    /** @param progress the secret in the receipt's QR code */
    record Drawn(CaseNo caseNo, String progress) {}

    /** Answers on another thread; empty where the database did not. */
    void draw(CentreId owner, Consumer<Optional<Drawn>> then) {
        background.execute(() -> {
            try {
                then.accept(Optional.of(new Drawn(numbers.draw(owner, clock.instant()), Secrets.token())));
            } catch (DatabaseFailure e) {
                log.error("No case number could be drawn for {}: {}", owner, e.getMessage());
                then.accept(Optional.empty());
            }
        });
    }

    Projection row(RoomId room, RoomState state, Drawn drawn, String formHash, Instant at) {
        return transaction -> {
            transaction.update(
                    """
                    insert into case_file
                    (case_no, room, item, near_centre, owner_centre, filed_at, state, form_hash, progress_hash)
                    values (?, ?, ?, ?, ?, ?, 'RECEIVED', ?, ?)\
                    """,
                    drawn.caseNo().value(),
                    room.value(),
                    state.form().item().item().value(),
                    state.near().value(),
                    state.owner().value(),
                    at.toEpochMilli(),
                    formHash,
                    Secrets.sha256(drawn.progress()));
            transaction.update("update room set state = 'FILED' where id = ?", room.value());
        };
    }
}
