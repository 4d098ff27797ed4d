package org.virtualwindow.server.blob;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The kinds of picture that are taken, known by how their files begin. */
enum PictureType {
    JPEG("image/jpeg", "jpeg", "ffd8ff"),
    PNG("image/png", "png", "89504e470d0a1a0a");

    private final String mediaType;
    private final String format;
    private final byte[] beginning;

    PictureType(String mediaType, String format, String beginning) {
        this.mediaType = mediaType;
        this.format = format;
        this.beginning = HexFormat.of().parseHex(beginning);
    }

    static Optional<PictureType> of(byte[] file) {
        return Arrays.stream(values())
                .filter(type -> file.length >= type.beginning.length
                        && Arrays.equals(file, 0, type.beginning.length, type.beginning, 0, type.beginning.length))
                .findFirst();
    }

    static Optional<PictureType> called(String mediaType) {
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(mediaType))
                .findFirst();
    }

    String mediaType() {
        return mediaType;
    }

    /** As ImageIO names it. */
    String format() {
        return format;
    }
}
