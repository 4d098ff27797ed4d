package org.virtualwindow.server.identity;

import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.ClerkId;
import org.virtualwindow.protocol.ids.HallManagerId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.server.identity.Visitor.ClerkVisitor;
import org.virtualwindow.server.identity.Visitor.HallVisitor;
import org.virtualwindow.server.identity.Visitor.KioskVisitor;
import org.virtualwindow.server.postgres.Sql;

/**
 * Who is signed in at which door, known by the cookie of that door. The cookie holds a random token, the database its hash;
 * signing in always makes a new one. Held in memory as the table has it, so that ten thousand kiosks that come back at once do
 * not wait for the database; beginning and ending blocks.
 */
public final class Sessions {
    private final Sql sql;
    private final InstantSource clock;
    private final boolean secure;
    /** By the token's hash. */
    private final Map<ByteBuffer, Session> all = new ConcurrentHashMap<>();

    /** @param secure the pages are served over TLS */
    public Sessions(Sql sql, InstantSource clock, boolean secure) {
        this.sql = sql;
        this.clock = clock;
        this.secure = secure;
        sql.list(
                        """
                        select token_hash, door, subject, centre, browser_start, expires_at, by_key from session
                        where by_key is null
                          or exists (select from device_key where id = by_key and revoked_at is null)
                        """,
                        row -> Map.entry(
                                ByteBuffer.wrap(row.getBytes("token_hash")),
                                new Session(
                                        Door.valueOf(row.getString("door")),
                                        row.getString("subject"),
                                        new CentreId(row.getString("centre")),
                                        row.getString("browser_start"),
                                        row.getLong("expires_at"),
                                        row.getString("by_key"))))
                .forEach(entry -> all.put(entry.getKey(), entry.getValue()));
    }

    private record Session(
            Door door,
            String subject,
            CentreId centre,
            @Nullable String browserStart,
            long expiresAt,
            @Nullable String byKey) {}

    /** The kiosk whose cookie stands in the header {@code Cookie}. */
    public Optional<KioskVisitor> kiosk(@Nullable String cookieHeader) {
        return find(Door.KIOSK, cookieHeader)
                .map(found ->
                        new KioskVisitor(new KioskId(found.subject), found.centre, String.valueOf(found.browserStart)));
    }

    public Optional<ClerkVisitor> clerk(@Nullable String cookieHeader) {
        return find(Door.CLERK, cookieHeader).map(found -> new ClerkVisitor(new ClerkId(found.subject), found.centre));
    }

    public Optional<HallVisitor> hall(@Nullable String cookieHeader) {
        return find(Door.HALL, cookieHeader)
                .map(found -> new HallVisitor(new HallManagerId(found.subject), found.centre));
    }

    /** Whoever of any door; for what all of them may read. */
    public Optional<Visitor> anyone(@Nullable String cookieHeader) {
        return Stream.<Optional<? extends Visitor>>of(kiosk(cookieHeader), clerk(cookieHeader), hall(cookieHeader))
                .flatMap(Optional::stream)
                .<Visitor>map(visitor -> visitor)
                .findFirst();
    }

    /**
     * A browser start of this kiosk; what was launched on it before is over.
     *
     * @param key the device key that opened it, with which it is over
     * @return the header {@code Set-Cookie}; empty where the key is revoked by now, and nothing begins or ends
     */
    Optional<String> begin(KioskId kiosk, CentreId centre, Optional<String> key) {
        return sql.together(tx -> {
            // Its row is held: whoever revokes it at this moment waits, and then finds the session here.
            boolean over = key.isPresent()
                    && tx.first(
                                    "select id from device_key where id = ? and revoked_at is null for share",
                                    row -> row.getString("id"),
                                    key.get())
                            .isEmpty();
            if (over) {
                return Optional.empty();
            }
            tx.update("delete from session where door = ? and subject = ?", Door.KIOSK.name(), kiosk.value());
            all.values().removeIf(session -> session.door == Door.KIOSK && session.subject.equals(kiosk.value()));
            return Optional.of(begin(tx, Door.KIOSK, kiosk.value(), centre, Secrets.token(), key.orElse(null)));
        });
    }

    /** Whether this browser start may still be there. */
    public boolean lasts(KioskVisitor visitor) {
        return all.values().stream().anyMatch(session -> visitor.browserStart().equals(session.browserStart));
    }

    /** What this device key opened is over. Must not wait: the database passes over it by itself when it is read again. */
    public void keyIsRevoked(DeviceKeys.Revoked revoked) {
        all.values().removeIf(session -> revoked.key().equals(session.byKey));
    }

    /** A clerk signed in; other browsers of theirs stay signed in. Returns the header {@code Set-Cookie}. */
    String begin(ClerkId clerk, CentreId centre) {
        return begin(sql, Door.CLERK, clerk.value(), centre, null, null);
    }

    /** A hall manager signed in; other browsers of theirs stay signed in. Returns the header {@code Set-Cookie}. */
    String begin(HallManagerId manager, CentreId centre) {
        return begin(sql, Door.HALL, manager.value(), centre, null, null);
    }

    /** Whoever comes with this cookie from now on is a stranger. Returns the header {@code Set-Cookie}. */
    String end(Door door, @Nullable String cookieHeader) {
        token(door, cookieHeader).map(Secrets::sha256).ifPresent(hash -> {
            sql.update("delete from session where door = ? and token_hash = ?", door.name(), hash);
            all.computeIfPresent(ByteBuffer.wrap(hash), (key, session) -> session.door == door ? null : session);
        });
        return cookie(door, "") + "; Max-Age=0";
    }

    private String begin(
            Sql tx, Door door, String subject, CentreId centre, @Nullable String browserStart, @Nullable String byKey) {
        String token = Secrets.token();
        byte[] hash = Secrets.sha256(token);
        long now = clock.millis();
        Session session = new Session(
                door, subject, centre, browserStart, now + door.lasts().toMillis(), byKey);
        tx.update("delete from session where expires_at <= ?", now);
        all.values().removeIf(other -> other.expiresAt <= now);
        tx.update("""
            insert into session (token_hash, door, subject, centre, browser_start, created_at, expires_at, by_key)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """, hash, door.name(), subject, centre.value(), browserStart, now, session.expiresAt, byKey);
        all.put(ByteBuffer.wrap(hash), session);
        return cookie(door, token);
    }

    private String cookie(Door door, String value) {
        return door.cookie(secure) + "=" + value + "; Path=/; HttpOnly; SameSite=Strict" + (secure ? "; Secure" : "");
    }

    private Optional<Session> find(Door door, @Nullable String cookieHeader) {
        return token(door, cookieHeader)
                .map(token -> all.get(ByteBuffer.wrap(Secrets.sha256(token))))
                .filter(session -> session.door == door && session.expiresAt > clock.millis());
    }

    /** The cookie's value; none where a second of the same name came along, for which of them is ours cannot be told. */
    private Optional<String> token(Door door, @Nullable String cookieHeader) {
        if (cookieHeader == null) {
            return Optional.empty();
        }
        String start = door.cookie(secure) + "=";
        List<String> tokens = Stream.of(cookieHeader.split(";"))
                .map(String::strip)
                .filter(pair -> pair.startsWith(start))
                .map(pair -> pair.substring(start.length()))
                .toList();
        return tokens.size() == 1 ? Optional.of(tokens.getFirst()) : Optional.empty();
    }
}
