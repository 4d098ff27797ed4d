package org.virtualwindow.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Optional;
import org.virtualwindow.protocol.ids.CommandId;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.values.Trouble;

/** Everything a kiosk's device daemon may say. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface FromDevice
        permits Beat,
                FromDevice.CommandBegan,
                FromDevice.CommandEnded,
                FromDevice.CommandProgress,
                FromDevice.DeviceAlive,
                FromDevice.DevicesAre,
                FromDevice.DevicesTested,
                FromDevice.RestartDeclined,
                FromDevice.RestartDone {

    /** Sent on connecting and every minute after: the daemon runs, and which version. Answered by {@link ToDevice.DeviceNoted}. */
    record DeviceAlive(
            String version,
            Long upSeconds,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<DaemonHealth> health) implements FromDevice {}

    /** The devices of this kiosk as they are now. Sent on connecting, after {@link DeviceAlive}, and on every change. */
    record DevicesAre(List<DeviceView> devices) implements FromDevice {}

    /** What came of {@link ToDevice.TestDevices}. */
    record DevicesTested(OpId test, List<SelfTest.Tried> parts) implements FromDevice {}

    /** The browser that {@link ToDevice.RestartNow} meant was ended, and another starts. */
    record RestartDone(OpId order) implements FromDevice {}

    /**
     * Nothing was started anew, nor will be.
     *
     * @param why {@link Trouble#BUSY} where somebody sits here, {@link Trouble#NOT_PRESENT} where there is no browser
     */
    record RestartDeclined(OpId order, Trouble why) implements FromDevice {}

    /** The device does it from now on; the daemon has written down that it began. */
    record CommandBegan(CommandId command) implements FromDevice {}

    /**
     * How far it is.
     *
     * @param percent from 0 to 100, where the device knows
     * @param waitsFor somebody has to do something first: {@link Trouble#MEDIA_EMPTY}
     */
    record CommandProgress(CommandId command, Optional<Long> percent, Optional<Trouble> waitsFor)
            implements FromDevice {}

    /**
     * It is over. Said again after every connecting until {@link ToDevice.ResultNoted} comes.
     *
     * @param result a compact JWS (RFC 7515, ES256 by the device key) over a {@link SignedResult}
     */
    record CommandEnded(CommandId command, String result) implements FromDevice {
        @Override
        public String toString() {
            return "CommandEnded[" + command + "]";
        }
    }
}
