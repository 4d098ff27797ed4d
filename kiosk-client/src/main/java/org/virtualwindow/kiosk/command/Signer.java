package org.virtualwindow.kiosk.command;

/** Signs with the key of this kiosk. */
@FunctionalInterface
public interface Signer {
    /** @return a compact JWS (RFC 7515) over the payload */
    String sign(String payload);
}
