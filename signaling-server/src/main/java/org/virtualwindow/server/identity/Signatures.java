package org.virtualwindow.server.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import java.text.ParseException;
import java.util.Optional;
import org.virtualwindow.protocol.PublicKey;

/** What a device key signed: compact JWS, ES256, nothing else. Whatever is not of that kind is nothing. */
final class Signatures {
    private static final String KTY = "EC";

    private Signatures() {}

    /** A key as it lies in the database. */
    static PublicKey half(String x, String y) {
        return new PublicKey(KTY, Curve.P_256.getName(), x, y);
    }

    /** By what a key is known (RFC 7638); empty where it is no point of the curve P-256. */
    static Optional<String> thumbprint(PublicKey half) {
        try {
            return half.kty().equals(KTY) && half.crv().equals(Curve.P_256.getName())
                    ? Optional.of(key(half).computeThumbprint().toString())
                    : Optional.empty();
        } catch (JOSEException | IllegalArgumentException | IllegalStateException noKey) {
            return Optional.empty();
        }
    }

    /** The key that a JWS says it is by; nothing is verified. */
    static Optional<String> keyId(String jws) {
        try {
            return Optional.ofNullable(JWSObject.parse(jws).getHeader().getKeyID());
        } catch (ParseException | IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    /** What it says, where this key signed it, for this purpose. */
    static Optional<String> payload(String jws, String type, PublicKey by) {
        try {
            JWSObject object = JWSObject.parse(jws);
            JWSHeader header = object.getHeader();
            boolean ours = header.getAlgorithm().equals(JWSAlgorithm.ES256)
                    && header.getType() != null
                    && header.getType().getType().equals(type)
                    && object.verify(new ECDSAVerifier(key(by)));
            return ours ? Optional.of(object.getPayload().toString()) : Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException | IllegalStateException notOne) {
            return Optional.empty();
        }
    }

    private static ECKey key(PublicKey half) {
        return new ECKey.Builder(Curve.P_256, new Base64URL(half.x()), new Base64URL(half.y())).build();
    }
}
