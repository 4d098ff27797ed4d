package org.virtualwindow.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.virtualwindow.protocol.ids.BlobId;
import org.virtualwindow.protocol.values.PictureFault;

/**
 * Something that is stored and complete.
 *
 * @param mediaType of what is stored, which may be another than was sent: {@code image/jpeg}, {@code image/png}, {@code application/pdf}
 * @param bytes its length
 * @param sha256 over exactly those bytes, hex
 * @param faults what is wrong with the picture; absent where nothing is, or where it is none
 */
public record Blob(
        BlobId blob,
        String mediaType,
        Long bytes,
        String sha256,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<PictureFault>> faults) {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    public Blob {
        if (!SHA256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("sha256 must be 64 hexadecimal digits");
        }
    }

    public Blob(BlobId blob, String mediaType, Long bytes, String sha256) {
        this(blob, mediaType, bytes, sha256, Optional.empty());
    }
}
