package org.virtualwindow.protocol.values;

/**
 * The rungs of the clerk's ladder, the lowest first. Whoever has one has those below it; whoever loses one loses those above it. The
 * first three are given by calling, the last is asked for.
 */
public enum GrantScope {
    /** 看: seeing what stands in the form. Without it the clerk is told nothing of any field. */
    SEE_FORM,
    /** 指: pointing at fields, leading to a page, drawing on the shared screen. */
    POINT,
    /** 建议: proposing values, each of which the applicant takes or does not. */
    SUGGEST,
    /** 代填: writing into the form, until it is withdrawn or the clerk leaves. */
    EDIT_FORM
}
