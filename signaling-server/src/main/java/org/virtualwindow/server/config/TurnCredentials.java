package org.virtualwindow.server.config;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.virtualwindow.protocol.MediaPlan.IceServer;
import org.virtualwindow.protocol.ids.CallId;

/**
 * Credentials for a TURN server that expire by themselves, made for one call: user {@code EXPIRY:call}, password {@code
 * base64(HMAC-SHA1(secret, user))}, as coturn's {@code use-auth-secret} checks them (draft-uberti-behave-turn-rest-00).
 *
 * @param urls as browsers take them, for example {@code turn:turn.example.org:3478?transport=udp}
 * @param secret coturn's {@code static-auth-secret}
 * @param valid how long the credentials are good; a new plan brings new ones before they end
 */
public record TurnCredentials(List<String> urls, String secret, Duration valid) {
    /** Few calls are longer. */
    public static final Duration USUALLY_VALID = Duration.ofHours(4);

    /** An examination takes half a minute. */
    private static final Duration EXAMINATION = Duration.ofMinutes(2);

    /** No TURN server: peers reach each other directly or not at all. */
    public static final TurnCredentials NONE = new TurnCredentials(List.of(), "", USUALLY_VALID);

    public List<IceServer> forCall(CallId call, Instant now) {
        return of(call.value(), now.plus(valid));
    }

    /** For a look at the network that belongs to no call. */
    public List<IceServer> forExamination(Instant now) {
        return of("examination", now.plus(EXAMINATION));
    }

    private List<IceServer> of(String what, Instant until) {
        if (urls.isEmpty()) {
            return List.of();
        }
        String user = until.getEpochSecond() + ":" + what;
        return List.of(new IceServer(urls, Optional.of(user), Optional.of(password(user))));
    }

    /** When what was given now has to be replaced; never, where nothing was given. */
    public Instant replaceAt(Instant now) {
        return urls.isEmpty() ? Instant.MAX : now.plus(valid.multipliedBy(3).dividedBy(4));
    }

    private String password(String user) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(user.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "TurnCredentials" + urls;
    }
}
