package org.virtualwindow.server.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.values.ResumeCode;
import org.virtualwindow.server.journal.Projection;
import org.virtualwindow.server.postgres.Sql;

/**
 * Codes of 40 bits with which a matter is taken up again: one a matter, for seven days, for five tries. They are short because people
 * carry them on paper, so a second factor stands beside them and the database holds a hash that only the journal's key makes. Blocks.
 */
public final class ResumeCodes {
    public static final Duration VALID = Duration.ofDays(7);

    private static final int SYMBOLS = 8;
    private static final int FREE_TRIES = 5;
    private static final int TRIES = 5;

    private final Sql sql;
    private final Function<String, byte[]> hash;
    private final InstantSource clock;
    private final Throttle perKiosk;
    private final Throttle perCode;

    /** @param hash can be made only with a key that is not in the database */
    public ResumeCodes(Sql sql, Function<String, byte[]> hash, InstantSource clock) {
        this.sql = sql;
        this.hash = hash;
        this.clock = clock;
        this.perKiosk = new Throttle(clock, FREE_TRIES);
        this.perCode = new Throttle(clock, FREE_TRIES);
    }

    /** @param row keeps it, and ends the one before */
    public record Made(ResumeCode code, Instant until, Projection row) {}

    /** What a code leads to. */
    public sealed interface Found {
        /** It counts as a wrong try until {@link #right} is said. */
        record Matter(RoomId room) implements Found {}

        /** Unknown, old and used up are told alike. */
        record Wrong() implements Found {}

        record TooMany(Instant until) implements Found {}
    }

    public Made make(RoomId room) {
        String code = Code.random(SYMBOLS);
        Instant until = Instant.ofEpochMilli(clock.millis()).plus(VALID);
        return new Made(
                new ResumeCode(code),
                until,
                transaction -> transaction.update(
                        """
                        insert into resume_code (room, code_hash, expires_at, tries) values (?, ?, ?, 0)
                        on conflict (room) do update
                        set code_hash = excluded.code_hash, expires_at = excluded.expires_at, tries = 0\
                        """, room.value(), hash(Code.normal(code, SYMBOLS).orElseThrow()), until.toEpochMilli()));
    }

    /** Every look is a try, at this kiosk and with this code, whether there is such a code or not. */
    public Found find(ResumeCode typed, KioskId kiosk) {
        Optional<String> normal = Code.normal(typed.code(), SYMBOLS);
        Optional<Duration> wait = perKiosk.attempt(kiosk.value()).or(() -> normal.flatMap(perCode::attempt));
        if (wait.isPresent()) {
            return new Found.TooMany(clock.instant().plus(wait.get()));
        }
        return normal.flatMap(
                        code -> sql.first("""
                            update resume_code set tries = tries + 1
                            where code_hash = ? and tries < ? and expires_at > ? returning room
                            """, row -> new RoomId(row.getString(1)), hash(code), TRIES, clock.millis()))
                .<Found>map(Found.Matter::new)
                .orElseGet(Found.Wrong::new);
    }

    /** The second factor was right too: what was tried before does not count. */
    public void right(ResumeCode typed, KioskId kiosk, RoomId room) {
        perKiosk.succeeded(kiosk.value());
        Code.normal(typed.code(), SYMBOLS).ifPresent(perCode::succeeded);
        sql.update("update resume_code set tries = 0 where room = ?", room.value());
    }

    /** The code opens nothing any more. */
    public static Projection used(RoomId room) {
        return transaction -> transaction.update("delete from resume_code where room = ?", room.value());
    }

    private byte[] hash(String code) {
        return hash.apply("resume " + code);
    }
}
