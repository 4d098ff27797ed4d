package org.virtualwindow.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Optional;
import org.virtualwindow.protocol.ids.CommandId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.ids.OpId;

/** Everything a kiosk's device daemon may be told. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface ToDevice
        permits Beat,
                NotUnderstood,
                ToDevice.CancelCommand,
                ToDevice.DeviceNoted,
                ToDevice.DoCommand,
                ToDevice.RestartNow,
                ToDevice.ResultNoted,
                ToDevice.TestDevices,
                ToDevice.VisitOver {

    /**
     * The report was written down for this kiosk.
     *
     * @param now the server's clock, by which the daemon dates what it signs
     */
    record DeviceNoted(
            KioskId kiosk,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Instant> now) implements ToDevice {}

    /**
     * Have a device do this, once however often it is said: whatever is not known to be over is said again after every connecting. Of one
     * that was begun before the daemon stopped, it answers {@link org.virtualwindow.protocol.values.Trouble#OUTCOME_UNKNOWN}.
     *
     * @param nonce comes back in the {@link SignedResult}
     * @param seconds how long it may take, from when it is told first
     */
    record DoCommand(CommandId command, DeviceTask task, String nonce, Long seconds) implements ToDevice {}

    /** 停止. Answered by {@link FromDevice.CommandEnded}, with whatever came first. */
    record CancelCommand(CommandId command) implements ToDevice {}

    /** The result is on disk; the daemon forgets it. */
    record ResultNoted(CommandId command) implements ToDevice {}

    /**
     * Start this anew, unless somebody sits here. Answered by {@link FromDevice.RestartDeclined} or {@link FromDevice.RestartDone}; a
     * daemon that starts itself anew answers by coming back.
     */
    record RestartNow(OpId order, FromHall.Restarted what) implements ToDevice {}

    /**
     * Try every device, as far as that goes without a person. Answered by {@link FromDevice.DevicesTested}.
     *
     * @param print a page, which costs paper
     */
    record TestDevices(OpId test, Boolean print) implements ToDevice {}

    /** Whoever was here has left: end what runs, and keep nothing of them. */
    record VisitOver() implements ToDevice {}
}
