package org.virtualwindow.protocol;

/** How a call ended. */
public enum CallEnd {
    APPLICANT_HUNG_UP,
    CLERK_HUNG_UP,
    /** Before anybody answered. */
    CANCELLED,
    /** Nobody came back to the kiosk in time. */
    ABANDONED
}
