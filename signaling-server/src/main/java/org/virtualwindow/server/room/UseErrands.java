package org.virtualwindow.server.room;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.virtualwindow.protocol.DeviceTask;
import org.virtualwindow.protocol.RoomEvent.UseEnd;
import org.virtualwindow.protocol.ids.CommandId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.server.room.KioskDevices.Command;
import org.virtualwindow.server.room.KioskDevices.Ended;
import org.virtualwindow.server.room.Uses.Use;

/** Tells the devices what begins and what is over, once that is on disk. Used in the room's mailbox. */
final class UseErrands implements RoomListener {
    private static final String MAC = "HmacSHA256";

    private final KioskDevices devices;

    UseErrands(KioskDevices devices) {
        this.devices = devices;
    }

    @Override
    public void changed(RoomId room, RoomState before, RoomState after) {
        if (before.uses() == after.uses()) {
            return;
        }
        after.uses().all().forEach((command, use) -> {
            boolean ran = before.uses().find(command).filter(Use::runs).isPresent();
            if (use.runs() && !ran) {
                devices.begins(after.kiosk(), command(room, after, command, use));
            } else if (ran && !use.runs()) {
                boolean cancelled = use.over()
                        .filter(over -> over.how() == UseEnd.CANCELLED || over.how() == UseEnd.TIMED_OUT)
                        .isPresent();
                isOver(before.kiosk(), room, command, use, cancelled);
            }
        });
    }

    /**
     * Says again what runs, and what is over: a crash may have come between the disk and the telling, and then pages that nobody took
     * would stay. A device that was to stop and does not know it is told when it says how far it is.
     */
    void again(RoomId room, RoomState state) {
        state.uses().all().forEach((command, use) -> {
            if (use.runs()) {
                devices.begins(state.kiosk(), command(room, state, command, use));
            } else if (use.over().isPresent() && use.allowedAt().isPresent()) {
                isOver(state.kiosk(), room, command, use, false);
            }
        });
    }

    private void isOver(KioskId kiosk, RoomId room, CommandId command, Use use, boolean cancelled) {
        devices.isOver(kiosk, room, command, new Ended(use.task().takes(), cancelled, use.pages()));
    }

    private static Command command(RoomId room, RoomState state, CommandId command, Use use) {
        return new Command(room, command, use.task(), nonce(state, command), within(use.task()));
    }

    /** Nobody but the server knows it before, and it is the same after a restart: made of the room's secret salt. */
    static String nonce(RoomState room, CommandId command) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(("use " + room.salt().orElse("")).getBytes(StandardCharsets.UTF_8), MAC));
            byte[] made = mac.doFinal(command.value().getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(made);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }

    private static Duration within(DeviceTask task) {
        return switch (task) {
            case DeviceTask.ReadIdCard _ -> Duration.ofSeconds(30);
            case DeviceTask.ScanPages scan ->
                Duration.ofSeconds(60).multipliedBy(scan.source() == DeviceTask.ScanSource.GLASS ? 1 : scan.maxPages());
            case DeviceTask.PrintDocument _ -> Duration.ofMinutes(5);
            case DeviceTask.CapturePage _, DeviceTask.DrawSignature _ -> Duration.ofMinutes(10);
            case DeviceTask.WatchBed _ -> Duration.ofMinutes(15);
        };
    }
}
