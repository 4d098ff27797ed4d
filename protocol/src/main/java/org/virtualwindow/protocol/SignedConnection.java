package org.virtualwindow.protocol;

import org.virtualwindow.protocol.ids.KioskId;

/**
 * What a daemon signs to connect: the payload of the JWS (RFC 7515, ES256) in {@code Authorization: Bearer}. No clock is asked.
 *
 * @param audience the origin at which the kiosk enrolled, so that what another server was told opens nothing here
 * @param counter greater with every connection, over all starts of the daemon; whoever comes with one that is not has a copy of the key
 * @param start names the run of the daemon
 */
public record SignedConnection(KioskId kiosk, String audience, Long counter, String start) {
    /** Stands in the header as {@code typ}, so that nothing signed for one purpose serves another. */
    public static final String TYPE = "vw-connection";
}
