package org.virtualwindow.protocol.values;

/** What a clerk says of a whole material. */
public enum MaterialWord {
    /** 通过: all that was wanted is there and right. */
    PASSED,
    /** 容缺: the applicant promises to hand it in later; only where the item lets them. */
    PROMISED,
    /** 原件在途: the original is on its way by post; only where it is to be posted. */
    POSTED,
    /** None of these any more. */
    OPEN
}
