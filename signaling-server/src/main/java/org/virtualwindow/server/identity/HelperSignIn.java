package org.virtualwindow.server.identity;

import java.time.InstantSource;
import java.util.Optional;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.HelperId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.server.directory.Directory;
import org.virtualwindow.server.directory.Directory.HelperEntry;
import org.virtualwindow.server.postgres.Sql;

/** Knows the local helpers (帮办员) of a centre by the code they type at one of its kiosks. Blocks for a while. */
public final class HelperSignIn {
    private static final int FREE_TRIES = 5;

    private final Sql sql;
    private final Directory directory;
    private final SlowHashing hashing;
    private final Throttle throttle;

    public HelperSignIn(Sql sql, Directory directory, SlowHashing hashing, InstantSource clock) {
        this.sql = sql;
        this.directory = directory;
        this.hashing = hashing;
        throttle = new Throttle(clock, FREE_TRIES);
    }

    /** Empty for a wrong code, and after five of them at this kiosk also for a right one, until some time has passed. */
    public Optional<HelperEntry> check(CentreId centre, KioskId kiosk, String code) {
        if (throttle.attempt(kiosk.value()).isPresent()) {
            return Optional.empty();
        }
        Optional<HelperEntry> helper = hashing.run(() -> find(centre, code)).flatMap(found -> found);
        if (helper.isPresent()) {
            throttle.succeeded(kiosk.value());
        }
        return helper;
    }

    /** What is stored for a helper's code: hashed as slowly as a password, for it is short. */
    public static byte[] hash(Sql sql, CentreId centre, String code) {
        byte[] salt = sql.first(
                        "select helper_salt from centre where id = ?",
                        row -> row.getBytes("helper_salt"),
                        centre.value())
                .orElseThrow();
        return Passwords.argon2id(code, salt);
    }

    private Optional<HelperEntry> find(CentreId centre, String code) {
        return sql.first(
                        "select id from helper where centre = ? and code_hash = ?",
                        row -> new HelperId(row.getString("id")),
                        centre.value(),
                        hash(sql, centre, code.replace(" ", "")))
                .flatMap(directory::helper);
    }
}
