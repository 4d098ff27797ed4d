package org.virtualwindow.kiosk.driver;

import java.util.Arrays;
import java.util.Optional;

/** What a page may be stored as. */
public enum Picture {
    JPEG("image/jpeg", 0xFF, 0xD8, 0xFF),
    PNG("image/png", 0x89, 'P', 'N', 'G');

    private final String mediaType;
    private final byte[] begins;

    Picture(String mediaType, int... begins) {
        this.mediaType = mediaType;
        this.begins = new byte[begins.length];
        for (int i = 0; i < begins.length; i++) {
            this.begins[i] = (byte) begins[i];
        }
    }

    public String mediaType() {
        return mediaType;
    }

    /** By what it begins with, whatever somebody calls it; empty where it is neither. */
    public static Optional<Picture> of(byte[] bytes) {
        return Arrays.stream(values()).filter(each -> each.begins(bytes)).findFirst();
    }

    private boolean begins(byte[] bytes) {
        return bytes.length > begins.length && Arrays.equals(bytes, 0, begins.length, begins, 0, begins.length);
    }
}
