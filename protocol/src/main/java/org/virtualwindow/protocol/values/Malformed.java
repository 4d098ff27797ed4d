package org.virtualwindow.protocol.values;

/** A value that cannot be, with the reason for people who write service items. The message is the reason in English. */
public final class Malformed extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String zh;
    private final String en;

    public Malformed(String zh, String en) {
        super(en);
        this.zh = zh;
        this.en = en;
    }

    public LocalText reason() {
        return new LocalText(zh, en);
    }
}
