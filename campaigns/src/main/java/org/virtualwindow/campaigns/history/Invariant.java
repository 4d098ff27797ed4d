package org.virtualwindow.campaigns.history;

/** What must hold whatever breaks. */
public enum Invariant {
    /** Nothing that was acknowledged is lost or changed. */
    I1_KEPT,
    /** A field is what the last acknowledged writing made it, in the server's order, for everybody. */
    I2_SAME_FOR_ALL,
    /** A call has at most one clerk and a clerk at most one call; who does not have it cannot move it. */
    I3_ONE_OWNER,
    /** Every call ends once or still goes on, and the line keeps its order. */
    I4_NO_CALL_VANISHES,
    /** An operation has one effect and one answer; what was refused has none. */
    I5_ONCE,
    /** Nobody is told anything of a room they have no seat in. */
    I10_APART,
    /** Who is in a room sees each event once, in order, and only what is kept. */
    I11_NO_GAP_NO_DUPLICATE
}
