package org.virtualwindow.protocol.values;

/** How a value came into a field. */
public enum Source {
    TYPED,
    /** The applicant took what the clerk proposed. */
    SUGGESTION,
    /** A later change was undone. */
    UNDO,
    /** It stood in an earlier matter of the same person. */
    EARLIER
}
