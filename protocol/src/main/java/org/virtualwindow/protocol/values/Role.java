package org.virtualwindow.protocol.values;

/** Who did something in a room. */
public enum Role {
    APPLICANT,
    /** A local helper (帮办员) who types for the applicant at the kiosk, and may not declare, confirm or submit. */
    HELPER,
    CLERK,
    /** The program itself, for example when a grace period is over. */
    SYSTEM
}
