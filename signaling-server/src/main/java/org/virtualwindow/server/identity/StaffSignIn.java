package org.virtualwindow.server.identity;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.server.postgres.Sql;

/** Knows clerks and hall managers by account and password. Blocks for a while. */
public final class StaffSignIn {
    private static final int FREE_TRIES = 5;
    /** From everywhere together: so many that a stranger hardly slows the owner, so few that a botnet gets nowhere. */
    private static final int FREE_TRIES_FROM_EVERYWHERE = 50;

    private final Sql sql;
    private final SlowHashing hashing;
    private final Throttle perAddress;
    private final Throttle perAccount;

    public StaffSignIn(Sql sql, SlowHashing hashing, InstantSource clock) {
        this.sql = sql;
        this.hashing = hashing;
        perAddress = new Throttle(clock, FREE_TRIES);
        perAccount = new Throttle(clock, FREE_TRIES_FROM_EVERYWHERE);
    }

    sealed interface Outcome {
        record Known(String subject, CentreId centre) implements Outcome {}

        /** No such account, or another password: which of them is not said. */
        record Wrong() implements Outcome {}

        record TooMany(Duration left) implements Outcome {}

        /** Too many others sign in just now. */
        record Busy() implements Outcome {}
    }

    Outcome check(Door door, String account, String password, String address) {
        String normal = account.strip().toLowerCase(Locale.ROOT);
        String who = door + " " + normal;
        return hashing.run(() -> admitted(door, normal, password, who, who + " " + address))
                .orElse(new Outcome.Busy());
    }

    private Outcome admitted(Door door, String account, String password, String who, String whoAndWhere) {
        Optional<Duration> wait = perAddress.attempt(whoAndWhere).or(() -> perAccount.attempt(who));
        if (wait.isPresent()) {
            return new Outcome.TooMany(wait.get());
        }
        Optional<Stored> stored = find(door, account);
        if (!Passwords.matches(password, stored.map(Stored::hash))) {
            return new Outcome.Wrong();
        }
        perAddress.succeeded(whoAndWhere);
        perAccount.succeeded(who);
        return stored.<Outcome>map(found -> new Outcome.Known(found.subject, found.centre))
                .orElseThrow();
    }

    private Optional<Stored> find(Door door, String account) {
        String query = switch (door) {
            case CLERK -> "select id, centre, password_hash from clerk where account = ?";
            case HALL -> "select id, centre, password_hash from hall_manager where account = ?";
            case KIOSK -> throw new IllegalArgumentException("a kiosk has no password");
        };
        return sql.first(
                query,
                row -> new Stored(
                        row.getString("id"), new CentreId(row.getString("centre")), row.getString("password_hash")),
                account);
    }

    private record Stored(String subject, CentreId centre, String hash) {}
}
