package org.virtualwindow.server.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.virtualwindow.protocol.PublicKey;
import org.virtualwindow.protocol.SignedConnection;
import org.virtualwindow.protocol.SignedRequest;
import org.virtualwindow.protocol.SignedResult;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.json.WireCodec;
import org.virtualwindow.protocol.json.WireCodec.Decoded;
import org.virtualwindow.server.postgres.Sql;

/**
 * The keys by which device daemons are known, one in force per kiosk: enrolling anew revokes the one before. Here lies the public
 * half only. A key that turns out to be in two places is revoked. Blocks.
 */
public final class DeviceKeys {
    private static final Logger log = LoggerFactory.getLogger(DeviceKeys.class);
    private static final String BEARER = "Bearer ";
    /** No request is good for longer, whatever it says of itself. */
    private static final Duration LONGEST = Duration.ofMinutes(2);
    /** A connection is not slower than this. */
    private static final Duration ON_THE_WAY = Duration.ofMinutes(1);

    private final Sql sql;
    private final OneTimeCodes codes;
    private final InstantSource clock;
    private final List<Consumer<Revoked>> listeners = new CopyOnWriteArrayList<>();

    public DeviceKeys(Sql sql, OneTimeCodes codes, InstantSource clock) {
        this.sql = sql;
        this.codes = codes;
        this.clock = clock;
    }

    /** A key that opens nothing any more. */
    public record Revoked(KioskId kiosk, String key, Why why) {}

    /** @param listener is told of each key that was just revoked, after those who listened before; must not wait */
    public void listen(Consumer<Revoked> listener) {
        listeners.add(listener);
    }

    /** What became of somebody who came to connect. */
    public sealed interface Known {
        /** A daemon of this kiosk, for the first time with this counter. */
        record Daemon(KioskId kiosk, String key, String start) implements Known {}

        /** The key of this kiosk is in two places; it is revoked by now. */
        record Cloned(KioskId kiosk) implements Known {}

        /** It was overtaken by a later connection of its run, or of the next. */
        record Late() implements Known {}

        record Nobody() implements Known {}
    }

    public enum Why {
        ENROLLED_ANEW,
        BY_HALL,
        CLONED
    }

    private record Key(
            String id,
            KioskId kiosk,
            PublicKey half,
            String audience,
            long counter,
            @Nullable String start,
            long beganWith,
            Instant beganAt,
            @Nullable String previous) {
        static Key of(ResultSet row) throws SQLException {
            return new Key(
                    row.getString("id"),
                    new KioskId(row.getString("kiosk")),
                    Signatures.half(row.getString("x"), row.getString("y")),
                    row.getString("audience"),
                    row.getLong("counter"),
                    row.getString("start"),
                    row.getLong("began_with"),
                    Instant.ofEpochMilli(row.getLong("began_at")),
                    row.getString("previous"));
        }
    }

    /**
     * Whose daemon has this key from now on; empty when the code opens nothing or the key is none.
     *
     * @param audience the origin that the daemon was told to report to; every signature of it has to name the same
     */
    public Optional<KioskId> enrol(String code, PublicKey half, String audience) {
        List<Revoked> before = new ArrayList<>();
        Optional<KioskId> enrolled = Signatures.thumbprint(half)
                .flatMap(id -> sql.together(tx -> codes.enrol(tx, code).filter(kiosk -> {
                    before.addAll(revoke(tx, kiosk, Why.ENROLLED_ANEW));
                    return tx.update("""
                        insert into device_key (id, kiosk, x, y, audience, counter, enrolled_at)
                        values (?, ?, ?, ?, ?, 0, ?) on conflict do nothing
                        """, id, kiosk.value(), half.x(), half.y(), audience, clock.millis()) == 1;
                })));
        tell(before);
        return enrolled;
    }

    /** Who comes to connect, by the header {@code Authorization}: a {@link SignedConnection}. */
    public Known connects(@Nullable String authorization) {
        String jws = bearer(authorization).orElse("");
        Key key = signer(jws).orElse(null);
        SignedConnection claims = key == null
                ? null
                : claims(key, jws, SignedConnection.TYPE, SignedConnection.class)
                        .orElse(null);
        if (key == null
                || claims == null
                || !claims.kiosk().equals(key.kiosk)
                || !claims.audience().equals(key.audience)) {
            return new Known.Nobody();
        }
        return begins(key, claims.counter(), claims.start())
                ? new Known.Daemon(key.kiosk, key.id, claims.start())
                : notTaken(key.id, claims);
    }

    /** Notes the run and its count; false where another run has begun since, or as many were counted. */
    private boolean begins(Key key, long counter, String start) {
        return sql.update("""
            update device_key set counter = ?, start = ?,
              began_with = case when start = ? then began_with else ? end,
              began_at = case when start = ? then began_at else ? end,
              previous = case when start = ? then previous else start end
            where id = ? and revoked_at is null and counter < ? and previous is distinct from ?
            """, counter, start, start, counter, start, clock.millis(), start, key.id, counter, start)
                == 1;
    }

    /**
     * Connections that a daemon made shortly after each other may come here in any order, also where it was started anew in between: one
     * that counts less than its run did, or less than the next run began with just now, was only overtaken. A run uses no counter twice, another
     * run begins with a greater one, and no run comes back once another has begun.
     */
    private Known notTaken(String id, SignedConnection claims) {
        Key now = inForce(id).orElse(null);
        if (now == null) {
            return new Known.Nobody();
        }
        boolean overtaken = claims.start().equals(now.start)
                ? claims.counter() < now.counter
                : claims.start().equals(now.previous)
                        && claims.counter() < now.beganWith
                        && clock.instant().isBefore(now.beganAt.plus(ON_THE_WAY));
        if (overtaken) {
            return new Known.Late();
        }
        isInTwoPlaces(now, claims.start());
        return new Known.Cloned(now.kiosk);
    }

    private void isInTwoPlaces(Key now, String start) {
        List<Revoked> revoked = revoke(sql, now.kiosk, Why.CLONED);
        log.warn(
                "The device key of {} is in two places: run {} came beside run {}, which counts {}. It is revoked",
                now.kiosk,
                start,
                now.start,
                now.counter);
        tell(revoked);
    }

    /**
     * A daemon that is connected says that it lives. Where another run has begun since with its key, one of the two has a copy.
     *
     * @param id of {@link Known.Daemon}
     */
    public void lives(String id, String start) {
        inForce(id)
                .filter(now -> !start.equals(now.start))
                .filter(now -> !clock.instant().isBefore(now.beganAt.plus(ON_THE_WAY)))
                .ifPresent(now -> isInTwoPlaces(now, start));
    }

    /** The daemon that made a request: of which kiosk, and by which key, in force as it asked. */
    public record Asker(KioskId kiosk, String key) {}

    /**
     * Whose daemon asks for something over HTTP, by the header {@code Authorization}: a {@link SignedRequest}.
     *
     * @param path as in the request line, without a query
     */
    public Optional<Asker> requests(@Nullable String authorization, String method, String path) {
        Instant now = clock.instant();
        String jws = bearer(authorization).orElse("");
        return signer(jws)
                .flatMap(key -> claims(key, jws, SignedRequest.TYPE, SignedRequest.class)
                        .filter(claims -> claims.kiosk().equals(key.kiosk)
                                && claims.audience().equals(key.audience)
                                && claims.method().equals(method)
                                && claims.path().equals(path)
                                && claims.until().isAfter(now)
                                && !claims.until().isAfter(now.plus(LONGEST))
                                && isFirst(key, claims, now)
                                && isOfTheRun(key, claims))
                        .map(claims -> new Asker(claims.kiosk(), key.id)));
    }

    /** A request begins a run as a connection does; of a run that is over none is taken. */
    private boolean isOfTheRun(Key key, SignedRequest claims) {
        if (claims.start().equals(key.start) || begins(key, claims.counter(), claims.start())) {
            return true;
        }
        Key now = inForce(key.id).orElse(null);
        if (now == null) {
            return false;
        }
        if (claims.start().equals(now.start)) {
            return true;
        }
        boolean overtaken = claims.counter() < now.beganWith && clock.instant().isBefore(now.beganAt.plus(ON_THE_WAY));
        if (!overtaken) {
            isInTwoPlaces(now, claims.start());
        }
        return false;
    }

    /** Nobody made this request before, also before a restart of the server. */
    private boolean isFirst(Key key, SignedRequest claims, Instant now) {
        sql.update("delete from device_request where until <= ?", now.toEpochMilli());
        return sql.update(
                        "insert into device_request (key, number, until) values (?, ?, ?) on conflict do nothing",
                        key.id,
                        claims.number(),
                        claims.until().toEpochMilli() + 1)
                == 1;
    }

    /** What a compact JWS of type {@link SignedResult#TYPE} says, where the key in force of this kiosk signed it. */
    public Optional<String> verify(KioskId kiosk, String jws) {
        return inForceAt(kiosk).flatMap(half -> Signatures.payload(jws, SignedResult.TYPE, half));
    }

    /** The kiosk's daemon is not let in any more until it enrols anew, and neither is a page that it opened. */
    public void revoke(KioskId kiosk) {
        tell(revoke(sql, kiosk, Why.BY_HALL));
    }

    /** @param key of {@link Known.Daemon} */
    public boolean isInForce(String key) {
        return inForce(key).isPresent();
    }

    /** The key by which this kiosk's daemon is known; empty where none was enrolled, or it was revoked. */
    public Optional<PublicKey> inForceAt(KioskId kiosk) {
        return sql.first("select * from device_key where kiosk = ? and revoked_at is null", Key::of, kiosk.value())
                .map(Key::half);
    }

    /** The kiosks whose last key was in two places. */
    public Set<KioskId> cloned() {
        return sql
                .list(
                        """
                        select distinct on (kiosk) kiosk, revoked_why from device_key order by kiosk, number desc
                        """,
                        row -> Map.entry(
                                new KioskId(row.getString("kiosk")),
                                Why.CLONED.name().equals(row.getString("revoked_why"))))
                .stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private List<Revoked> revoke(Sql tx, KioskId kiosk, Why why) {
        return tx.list(
                """
                update device_key set revoked_at = ?, revoked_why = ? where kiosk = ? and revoked_at is null returning id
                """, row -> new Revoked(kiosk, row.getString("id"), why), clock.millis(), why.name(), kiosk.value());
    }

    private void tell(List<Revoked> all) {
        all.forEach(revoked -> listeners.forEach(listener -> listener.accept(revoked)));
    }

    private Optional<Key> signer(String jws) {
        return Signatures.keyId(jws).flatMap(this::inForce);
    }

    private Optional<Key> inForce(String id) {
        return sql.first("select * from device_key where id = ? and revoked_at is null", Key::of, id);
    }

    private static <T> Optional<T> claims(Key key, String jws, String type, Class<T> shape) {
        return Signatures.payload(jws, type, key.half)
                .flatMap(text -> WireCodec.decode(text, shape) instanceof Decoded.Message<T>(T claims)
                        ? Optional.of(claims)
                        : Optional.empty());
    }

    private static Optional<String> bearer(@Nullable String authorization) {
        return authorization != null && authorization.startsWith(BEARER)
                ? Optional.of(authorization.substring(BEARER.length()))
                : Optional.empty();
    }
}
