package org.virtualwindow.server.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Passwords as Argon2id in its usual notation: {@code $argon2id$v=19$m=19456,t=2,p=1$SALT$HASH}. */
public final class Passwords {
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final String PREFIX = "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=" + LANES + "$";

    /** Is compared with where there is no account, so that this takes as long. */
    private static final String NOBODYS = PREFIX + "AAAAAAAAAAAAAAAAAAAAAA$" + "A".repeat(43);

    private Passwords() {}

    public static String hash(String password) {
        byte[] salt = Secrets.bytes(SALT_BYTES);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return PREFIX + base64.encodeToString(salt) + "$" + base64.encodeToString(argon2id(password, salt));
    }

    /** As slow without an account as with one. */
    static boolean matches(String password, Optional<String> stored) {
        String[] parts = stored.orElse(NOBODYS).split("\\$");
        if (parts.length != 6 || !stored.orElse(NOBODYS).startsWith(PREFIX)) {
            throw new IllegalStateException("a password is stored in a notation this version does not read");
        }
        Base64.Decoder base64 = Base64.getDecoder();
        boolean equal = MessageDigest.isEqual(base64.decode(parts[5]), argon2id(password, base64.decode(parts[4])));
        return equal && stored.isPresent();
    }

    static byte[] argon2id(String password, byte[] salt) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(MEMORY_KIB)
                .withIterations(PASSES)
                .withParallelism(LANES)
                .withSalt(salt)
                .build());
        var hash = new byte[HASH_BYTES];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }
}
