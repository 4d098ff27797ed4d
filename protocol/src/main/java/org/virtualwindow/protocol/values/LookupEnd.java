package org.virtualwindow.protocol.values;

/** How a lookup (查询) at an authority ends. */
public enum LookupEnd {
    /** 查到: the e-licence is there and in force, or the register says the same as the form. */
    FOUND,
    /** 查不到: the register has nothing of the kind. */
    NOT_FOUND,
    /** 对不上: what the register has is not what stands in the form. */
    DIFFERS,
    /** 过期: the e-licence is there, but not in force today. */
    EXPIRED,
    /** Nobody could be asked, or nobody answered as agreed: see {@link LookupTrouble}. */
    UNAVAILABLE,
    /** The applicant did not agree. Nobody was asked. */
    REFUSED,
    /** Taken back before there was an answer, or the visit ended. */
    CANCELLED,
    /** What it was about changed in the form, also after it was answered. */
    STALE,
    /** 不合适: the clerk did not take the e-licence that was found, and asks for the paper. */
    REJECTED
}
