package org.virtualwindow.protocol.values;

/** What is wrong with a picture that was taken, as far as a program sees it: a word to whoever holds the paper, never a refusal. */
public enum PictureFault {
    /** Even its brightest parts are dark. */
    DARK,
    /** No edge in it is sharp. */
    BLURRED,
    /** A lamp is mirrored in it. */
    GLARE
}
