package org.virtualwindow.server.identity;

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
import java.time.Instant;
import java.util.UUID;
import org.virtualwindow.protocol.PublicKey;
import org.virtualwindow.protocol.SignedConnection;
import org.virtualwindow.protocol.SignedRequest;
import org.virtualwindow.protocol.SignedResult;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.json.WireCodec;

/** The daemon's side of a device key, which signs whatever a test wants. */
public final class TestDevice {
    public static final String ORIGIN = "https://window.example";

    private final KioskId kiosk;
    private final String origin;
    private final ECKey pair;
    private final String start;
    private long counter;
    private long run;

    private TestDevice(KioskId kiosk, String origin, ECKey pair, long counter) {
        this.kiosk = kiosk;
        this.origin = origin;
        this.pair = pair;
        this.counter = counter;
        start = UUID.randomUUID().toString();
    }

    /** One that nobody enrolled. */
    public static TestDevice of(KioskId kiosk) {
        return of(kiosk, ORIGIN);
    }

    /** @param origin to which it reports */
    public static TestDevice of(KioskId kiosk, String origin) {
        try {
            return new TestDevice(kiosk, origin, new ECKeyGenerator(Curve.P_256).generate(), 0);
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    public static TestDevice enrolled(KioskId kiosk, DeviceKeys keys, OneTimeCodes codes) {
        TestDevice device = of(kiosk);
        if (keys.enrol(codes.makeEnrol(kiosk).code(), device.half(), ORIGIN).isEmpty()) {
            throw new AssertionError("a fresh code enrolled nobody");
        }
        return device;
    }

    /** Another daemon that starts with the same files: a restart, or somebody with a copy of them. */
    public TestDevice another() {
        return new TestDevice(kiosk, origin, pair, counter);
    }

    /** Another daemon that starts with an old copy of the files. */
    public TestDevice another(long lastCounter) {
        return new TestDevice(kiosk, origin, pair, lastCounter);
    }

    public PublicKey half() {
        return new PublicKey("EC", "P-256", pair.getX().toString(), pair.getY().toString());
    }

    /** The header for its next connection. */
    public String connecting() {
        return connecting(new SignedConnection(kiosk, origin, ++counter, start));
    }

    String connecting(SignedConnection claims) {
        return "Bearer " + sign(SignedConnection.TYPE, WireCodec.encode(claims));
    }

    SignedConnection claims(long count) {
        return new SignedConnection(kiosk, origin, count, start);
    }

    public String requesting(String method, String path, Instant until) {
        run = run == 0 ? ++counter : run;
        var claims = new SignedRequest(
                kiosk, origin, method, path, until, UUID.randomUUID().toString(), run, start);
        return "Bearer " + sign(SignedRequest.TYPE, WireCodec.encode(claims));
    }

    public String result(String payload) {
        return sign(SignedResult.TYPE, payload);
    }

    String sign(String type, String payload) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                    .type(new JOSEObjectType(type))
                    .keyID(pair.computeThumbprint().toString())
                    .build();
            var object = new JWSObject(header, new Payload(payload));
            object.sign(new ECDSASigner(pair));
            return object.serialize();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }
}
