package org.virtualwindow.protocol.values;

/** Why a clerk does not take a page. What a program sees is {@link PictureFault}; this is what a person says. */
public enum PageFlaw {
    /** 看不清. */
    UNREADABLE,
    /** 反光. */
    GLARE,
    /** 没拍全. */
    CUT_OFF,
    /** 缺章、缺签字. */
    NOT_SIGNED,
    /** 过期了. */
    EXPIRED,
    /** 和填的对不上. */
    DIFFERS,
    /** 拿错了材料. */
    WRONG_PAPER,
    /** Something else, which the clerk writes. */
    OTHER
}
