package org.virtualwindow.protocol.values;

/** What a device can do. The first three are the daemon's; the last two happen in the kiosk's page. */
public enum Capability {
    /** 读身份证. */
    READ_CARD(true, false),
    /** 扫描. */
    SCAN(false, false),
    /** 打印. */
    PRINT(false, false),
    /** 高拍仪: a picture of what lies under the document camera. */
    CAPTURE(false, true),
    /** 签字. */
    SIGN(true, true);

    private final boolean everyTime;
    private final boolean inPage;

    Capability(boolean everyTime, boolean inPage) {
        this.everyTime = everyTime;
        this.inPage = inPage;
    }

    /** The applicant is asked for each use; of the others, once a visit. */
    public boolean askedEveryTime() {
        return everyTime;
    }

    /** It happens in the kiosk's page; the others are the daemon's. */
    public boolean inPage() {
        return inPage;
    }
}
