package org.virtualwindow.protocol;

/** Every WebSocket close code we use. The browser decides by them whether to come back by itself. */
public enum CloseCode {
    /** The peer sent something that is not JSON, or too large. Mend the peer. */
    UNREADABLE(4400),
    /** The cookie or key is missing, unknown or over. Sign in, then come back. */
    NOT_SIGNED_IN(4401),
    /** This role may not come in here. */
    FORBIDDEN(4403),
    /** The peer reads too slowly and its outbox is full. It may come back. */
    TOO_SLOW(4408),
    /** The same seat was taken by a newer connection, which stays. Do not come back unasked. */
    TAKEN_ELSEWHERE(4409),
    /** This device key is used in two places, so it was revoked: whoever has it is outside. Enrol anew. */
    KEY_CLONED(4410),
    /** This program is older than the oldest that the server talks with. Update it, then come back. */
    TOO_OLD(4426),
    /** Too many messages. Come back after a while. */
    TOO_MANY(4429),
    /** The server starts, stops or could not write. Come back soon; what was not acknowledged is to be sent again. */
    COME_BACK(4503);

    private final int code;

    CloseCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
