package org.virtualwindow.server.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The chain over a stream: {@code hash = SHA-256(previous ‖ header ‖ SHA-256(salt ‖ body))}. The header is every column but
 * the hashes, each with its length, so that nothing can be moved between them.
 */
final class Chain {
    /** What stands before a stream's first entry. */
    static final byte[] START = new byte[32];

    private Chain() {}

    static byte[] hash(
            byte[] previous,
            String stream,
            long seq,
            Instant at,
            String author,
            @Nullable Operation operation,
            String type,
            int version,
            byte[] sealed) {
        MessageDigest digest = sha256();
        digest.update(previous);
        add(digest, stream);
        add(digest, Long.toString(seq));
        add(digest, Long.toString(at.toEpochMilli()));
        add(digest, author);
        add(digest, operation == null ? "" : operation.id());
        add(digest, operation == null ? "" : operation.hash());
        add(digest, type);
        add(digest, Integer.toString(version));
        digest.update(sealed);
        return digest.digest();
    }

    static byte[] seal(byte[] saltAndBody) {
        return sha256().digest(saltAndBody);
    }

    private static void add(MessageDigest digest, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
