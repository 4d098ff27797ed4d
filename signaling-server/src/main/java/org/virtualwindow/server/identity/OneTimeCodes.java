package org.virtualwindow.server.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.server.postgres.Sql;

/** Codes that open one kiosk once: its page, or its device daemon's enrolment. Blocks. */
public final class OneTimeCodes {
    private static final Duration VALID = Duration.ofMinutes(15);

    private final Sql sql;
    private final InstantSource clock;

    public OneTimeCodes(Sql sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    public enum Purpose {
        LAUNCH,
        ENROL
    }

    /** A code and the moment after which it opens nothing. Prints itself masked. */
    public record Made(String code, Instant until) {
        @Override
        public String toString() {
            return "(code)";
        }
    }

    public Made makeLaunch(KioskId kiosk) {
        return make(kiosk, Purpose.LAUNCH);
    }

    public Made makeEnrol(KioskId kiosk) {
        return make(kiosk, Purpose.ENROL);
    }

    /** The kiosk a code opens; the code opens nothing after that. Empty for unknown, used, old and foreign ones alike. */
    public Optional<KioskId> redeem(String code, Purpose purpose) {
        return redeem(sql, code, purpose);
    }

    /** Redeems as a part of something that may still fail. */
    Optional<KioskId> redeem(Sql tx, String code, Purpose purpose) {
        long now = clock.millis();
        return Code.normal(code)
                .flatMap(normal -> tx.first(
                        """
                        update one_time_code set used_at = ?
                        where code_hash = ? and purpose = ? and used_at is null and expires_at > ?
                        returning kiosk
                        """,
                        row -> new KioskId(row.getString("kiosk")),
                        now,
                        Secrets.sha256(normal),
                        purpose.name(),
                        now));
    }

    private Made make(KioskId kiosk, Purpose purpose) {
        String code = Code.random();
        Instant now = clock.instant();
        Instant until = now.plus(VALID);
        sql.update("delete from one_time_code where expires_at <= ?", now.toEpochMilli());
        sql.update(
                "insert into one_time_code (code_hash, purpose, kiosk, expires_at) values (?, ?, ?, ?)",
                Secrets.sha256(Code.normal(code).orElseThrow()),
                purpose.name(),
                kiosk.value(),
                until.toEpochMilli());
        return new Made(code, until);
    }
}
