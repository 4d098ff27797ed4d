package org.virtualwindow.protocol;

import java.time.Instant;
import org.virtualwindow.protocol.ids.KioskId;

/**
 * What a daemon signs to ask for something over HTTP: the payload of the JWS (RFC 7515, ES256) in {@code Authorization: Bearer}.
 *
 * @param audience the origin at which the kiosk enrolled
 * @param path as in the request line, without a query
 * @param until good before this moment of the server's clock
 * @param number random; good once
 * @param counter as in {@link SignedConnection}, one for all requests of a run
 * @param start names the run of the daemon, as in {@link SignedConnection}
 */
public record SignedRequest(
        KioskId kiosk,
        String audience,
        String method,
        String path,
        Instant until,
        String number,
        Long counter,
        String start) {
    /** Stands in the header as {@code typ}, so that nothing signed for one purpose serves another. */
    public static final String TYPE = "vw-request";
}
