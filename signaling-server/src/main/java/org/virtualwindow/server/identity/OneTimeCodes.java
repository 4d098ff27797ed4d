package org.virtualwindow.server.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    private enum Purpose {
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

    /** What a person opens a kiosk's page with. */
    public Made makeLaunch(KioskId kiosk) {
        return make(kiosk, Purpose.LAUNCH, null);
    }

    /** What a daemon opens its kiosk's page with, good as long as its key is. */
    Made makeLaunch(KioskId kiosk, String key) {
        return make(kiosk, Purpose.LAUNCH, key);
    }

    public Made makeEnrol(KioskId kiosk) {
        return make(kiosk, Purpose.ENROL, null);
    }

    /** A kiosk's page that may be opened, and the device key by which; without one a person made the code. */
    public record Launch(KioskId kiosk, Optional<String> key) {}

    /**
     * What a launch code opens; the code opens nothing after that. Empty for unknown, used, old and foreign ones alike, and for those of
     * a key that is revoked.
     */
    public Optional<Launch> launch(String code) {
        return redeem(sql, code, Purpose.LAUNCH);
    }

    /** The kiosk that an enrolment code opens, as {@link #launch}, as a part of something that may still fail. */
    Optional<KioskId> enrol(Sql tx, String code) {
        return redeem(tx, code, Purpose.ENROL).map(Launch::kiosk);
    }

    private Optional<Launch> redeem(Sql tx, String code, Purpose purpose) {
        long now = clock.millis();
        return Code.normal(code)
                .flatMap(normal -> tx.first(
                        """
                        update one_time_code set used_at = ?
                        where code_hash = ? and purpose = ? and used_at is null and expires_at > ?
                          and (by_key is null
                            or exists (select from device_key where id = by_key and revoked_at is null))
                        returning kiosk, by_key
                        """,
                        row -> new Launch(
                                new KioskId(row.getString("kiosk")), Optional.ofNullable(row.getString("by_key"))),
                        now,
                        Secrets.sha256(normal),
                        purpose.name(),
                        now));
    }

    private Made make(KioskId kiosk, Purpose purpose, @Nullable String key) {
        String code = Code.random();
        Instant now = clock.instant();
        Instant until = now.plus(VALID);
        sql.update("delete from one_time_code where expires_at <= ?", now.toEpochMilli());
        sql.update(
                "insert into one_time_code (code_hash, purpose, kiosk, expires_at, by_key) values (?, ?, ?, ?, ?)",
                Secrets.sha256(Code.normal(code).orElseThrow()),
                purpose.name(),
                kiosk.value(),
                until.toEpochMilli(),
                key);
        return new Made(code, until);
    }
}
