package org.virtualwindow.kiosk.daemon;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.virtualwindow.protocol.PublicKey;
import org.virtualwindow.protocol.SignedConnection;
import org.virtualwindow.protocol.SignedRequest;
import org.virtualwindow.protocol.SignedResult;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.json.WireCodec;
import org.virtualwindow.protocol.json.WireCodec.Decoded;

/**
 * By what this kiosk is known to its server: a key pair of the curve P-256 that was made here and whose private half stays here, in a
 * file that only its owner can read. Beside it lies the {@link Counter} of its connections. Any thread. Prints itself masked.
 */
public final class DeviceKey {
    private static final Duration REQUEST_IS_GOOD = Duration.ofSeconds(60);

    private final String server;
    private final KioskId kiosk;
    private final ECKey pair;
    private final Counter counter;
    private final String start = UUID.randomUUID().toString();
    /** Counts for all requests of this run; 0 before the first. */
    private long run;
    /** What the server's clock is ahead of ours. */
    private volatile Duration ahead = Duration.ZERO;

    DeviceKey(String server, KioskId kiosk, ECKey pair, Counter counter) {
        this.server = server;
        this.kiosk = kiosk;
        this.pair = pair;
        this.counter = counter;
    }

    private record Jwk(String kty, String crv, String x, String y, String d) {}

    private record Kept(String server, KioskId kiosk, Jwk key) {}

    static ECKey newPair() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java has P-256", e);
        }
    }

    static PublicKey publicHalf(ECKey pair) {
        return new PublicKey(
                pair.getKeyType().getValue(),
                pair.getCurve().getName(),
                pair.getX().toString(),
                pair.getY().toString());
    }

    /** The key of an enrolled kiosk; empty where none is enrolled. One that others can read is none. */
    static Optional<DeviceKey> readFrom(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        OwnFile.refuseOpen(file);
        if (WireCodec.decode(Files.readString(file), Kept.class) instanceof Decoded.Message<Kept>(Kept kept)) {
            try {
                ECKey pair = ECKey.parse(WireCodec.encode(kept.key));
                return Optional.of(new DeviceKey(kept.server, kept.kiosk, pair, Counter.of(file)));
            } catch (ParseException | IllegalStateException | IllegalArgumentException noKey) {
                throw new IOException(file + " holds a key that is none; enrol this kiosk anew", noKey);
            }
        }
        throw new IOException(file + " holds something else than a device key; enrol this kiosk anew");
    }

    /** Keeps a new key, whose connections are counted from the beginning. */
    static DeviceKey keep(Path file, String server, KioskId kiosk, ECKey pair) throws IOException {
        Counter counter = Counter.begin(file);
        var jwk = new Jwk(
                pair.getKeyType().getValue(),
                pair.getCurve().getName(),
                pair.getX().toString(),
                pair.getY().toString(),
                pair.getD().toString());
        OwnFile.write(file, WireCodec.encode(new Kept(server, kiosk, jwk)));
        return new DeviceKey(server, kiosk, pair, counter);
    }

    public KioskId kiosk() {
        return kiosk;
    }

    /** The origin of its pages, like {@code https://window.example}. */
    public String server() {
        return server;
    }

    /** The header {@code Authorization} for the next connection, and for no other. */
    String connecting() throws IOException {
        return bearer(SignedConnection.TYPE, new SignedConnection(kiosk, server, counter.next(), start));
    }

    /**
     * The header {@code Authorization} of one request, good once and for a minute.
     *
     * @throws UncheckedIOException where the count cannot be kept
     */
    public String authorization(String method, URI uri, Instant now) {
        Instant until = now.plus(ahead).plus(REQUEST_IS_GOOD);
        return bearer(
                SignedRequest.TYPE,
                new SignedRequest(
                        kiosk,
                        server,
                        method,
                        uri.getRawPath(),
                        until,
                        UUID.randomUUID().toString(),
                        run(),
                        start));
    }

    private synchronized long run() {
        try {
            run = run == 0 ? counter.next() : run;
            return run;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A compact JWS over a {@link SignedResult}. */
    public String sign(String payload) {
        return jws(SignedResult.TYPE, payload);
    }

    /** A kiosk's clock may be anywhere, so it counts what the server's is ahead. */
    void serverSaysItIs(Instant there, Instant here) {
        ahead = Duration.between(here, there);
    }

    private String bearer(String type, Object claims) {
        return "Bearer " + jws(type, WireCodec.encode(claims));
    }

    private String jws(String type, String payload) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                    .type(new JOSEObjectType(type))
                    .keyID(pair.computeThumbprint().toString())
                    .build();
            var object = new JWSObject(header, new Payload(payload));
            object.sign(new ECDSASigner(pair));
            return object.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("this key was read as one of P-256", e);
        }
    }

    @Override
    public String toString() {
        return "DeviceKey[" + kiosk + " at " + server + "]";
    }
}
