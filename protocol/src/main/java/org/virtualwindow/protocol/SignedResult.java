package org.virtualwindow.protocol;

import org.virtualwindow.protocol.ids.CommandId;
import org.virtualwindow.protocol.ids.KioskId;

/**
 * What a daemon signs: the payload of the JWS (RFC 7515, ES256) in {@link FromDevice.CommandEnded}.
 *
 * @param nonce of the {@link ToDevice.DoCommand}, so that no result stands for another time
 */
public record SignedResult(KioskId kiosk, CommandId command, String nonce, DeviceResult result) {
    /** Stands in the header as {@code typ}, so that nothing signed for one purpose serves another. */
    public static final String TYPE = "vw-result";
}
