package org.virtualwindow.protocol.values;

/** Why no answer came of a lookup. */
public enum LookupTrouble {
    /** The authority was not reached, or did not want to answer. */
    NOT_REACHED,
    /** It was reached and did not answer in time. */
    TIMED_OUT,
    /** It answered with something else than was agreed, or of somebody else. */
    NOT_UNDERSTOOD,
    /** The server stopped while it waited. Whether the authority was asked is not known; it is not asked again by itself. */
    INTERRUPTED
}
