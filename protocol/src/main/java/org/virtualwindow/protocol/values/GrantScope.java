package org.virtualwindow.protocol.values;

/** What the applicant allows the clerk beyond seeing, pointing and suggesting. */
public enum GrantScope {
    /** 代填: writing into the form, until it is withdrawn or the clerk leaves. */
    EDIT_FORM
}
