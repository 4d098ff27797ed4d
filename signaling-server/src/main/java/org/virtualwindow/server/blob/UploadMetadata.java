package org.virtualwindow.server.blob;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The header {@code Upload-Metadata} of tus: words and their values in base64, like {@code room cm9vbQ==,type aW1hZ2UvcG5n}. */
final class UploadMetadata {
    private final Map<String, String> values;

    private UploadMetadata(Map<String, String> values) {
        this.values = values;
    }

    /** @throws IllegalArgumentException where it is no such header, or a word stands in it twice */
    static UploadMetadata of(@Nullable String header) {
        Map<String, String> values = new HashMap<>();
        if (header != null) {
            for (String pair : header.split(",")) {
                String[] parts = pair.strip().split(" ", 2);
                if (values.put(parts[0], parts.length == 1 ? "" : decoded(parts[1])) != null) {
                    throw new IllegalArgumentException("twice");
                }
            }
        }
        return new UploadMetadata(values);
    }

    private static String decoded(String base64) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getDecoder().decode(base64)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    Optional<String> get(String word) {
        return Optional.ofNullable(values.get(word));
    }
}
