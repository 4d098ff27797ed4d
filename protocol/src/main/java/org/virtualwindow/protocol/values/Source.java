package org.virtualwindow.protocol.values;

/** How a value came into a field. */
public enum Source {
    TYPED,
    /** The applicant took what the clerk proposed. */
    SUGGESTION,
    /** A later change was undone. */
    UNDO,
    /** 上一件事: it stood in the matter before, in the same visit. */
    EARLIER,
    /** 您之前的回答: what the applicant said of their situation before the form was open. */
    GUIDE,
    /** 卡: the identity card says so. */
    CARD,
    /** 上次办件: it stood in an earlier case of the same person. */
    EARLIER_CASE,
    /** 签字失效: what had been signed was changed, and with that the signature was gone. Nobody wrote it; nothing stands there. */
    LAPSED
}
