package org.virtualwindow.server.device;

import java.util.Optional;
import org.virtualwindow.protocol.SignedResult;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.json.WireCodec;
import org.virtualwindow.protocol.json.WireCodec.Decoded;
import org.virtualwindow.server.identity.DeviceKeys;

/** Checks whose word a result is. Blocks. */
@FunctionalInterface
public interface Signatures {
    /**
     * Empty where it is not signed by the key in force of this kiosk's daemon.
     *
     * @param jws as in {@link org.virtualwindow.protocol.FromDevice.CommandEnded}
     */
    Optional<SignedResult> verify(KioskId kiosk, String jws);

    static Signatures by(DeviceKeys keys) {
        return (kiosk, jws) -> keys.verify(kiosk, jws)
                .flatMap(payload -> WireCodec.decode(payload, SignedResult.class)
                                instanceof Decoded.Message<SignedResult>(SignedResult result)
                        ? Optional.of(result)
                        : Optional.empty());
    }
}
