package org.virtualwindow.server.device;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.protocol.DeviceResult;
import org.virtualwindow.protocol.DeviceTask;
import org.virtualwindow.protocol.SignedResult;
import org.virtualwindow.protocol.ToDevice.DoCommand;
import org.virtualwindow.protocol.ids.CommandId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.values.Trouble;
import org.virtualwindow.server.identity.Secrets;

/**
 * Cards that are read for whoever is in no room yet, because they come back to theirs: one at a kiosk at most. Kept in memory only:
 * what a restart loses they press again. Any thread.
 */
final class CardReads {
    private static final Duration WITHIN = Duration.ofSeconds(30);

    private final Map<KioskId, Read> open = new ConcurrentHashMap<>();

    private record Read(CommandId command, String nonce, Instant until, Consumer<DeviceResult> then) {}

    /**
     * Each is a command of its own, also where the same is asked for again: the daemon begins none twice.
     *
     * @param simulated which card lies there, where the reader is simulated
     * @param then is told once how it ended
     * @param stopped is told of what ran there before
     */
    DoCommand begin(
            KioskId kiosk,
            Optional<String> simulated,
            Instant now,
            Consumer<DeviceResult> then,
            Consumer<CommandId> stopped) {
        CommandId command = new CommandId(UUID.randomUUID().toString());
        Read read = new Read(command, Secrets.token(), now.plus(WITHIN).plus(Devices.ON_THE_WAY), then);
        stop(open.put(kiosk, read), new DeviceResult.TaskCancelled(), stopped);
        return new DoCommand(command, new DeviceTask.ReadIdCard(simulated), read.nonce(), WITHIN.toSeconds());
    }

    boolean runs(KioskId kiosk, CommandId command) {
        Read read = open.get(kiosk);
        return read != null && read.command().equals(command);
    }

    /** False where this is not what was asked for. */
    boolean ended(SignedResult signed) {
        Read read = open.get(signed.kiosk());
        if (read == null
                || !read.command().equals(signed.command())
                || !MessageDigest.isEqual(
                        read.nonce().getBytes(StandardCharsets.UTF_8),
                        signed.nonce().getBytes(StandardCharsets.UTF_8))
                || !open.remove(signed.kiosk(), read)) {
            return false;
        }
        read.then().accept(signed.result());
        return true;
    }

    /** Ends what runs at this kiosk; {@code stopped} is told of it. */
    void stop(KioskId kiosk, DeviceResult why, Consumer<CommandId> stopped) {
        stop(open.remove(kiosk), why, stopped);
    }

    private static void stop(@Nullable Read read, DeviceResult why, Consumer<CommandId> stopped) {
        if (read != null) {
            stopped.accept(read.command());
            read.then().accept(why);
        }
    }

    void tick(Instant now) {
        open.forEach((kiosk, read) -> {
            if (!now.isBefore(read.until()) && open.remove(kiosk, read)) {
                read.then().accept(new DeviceResult.TaskFailed(Trouble.TIMED_OUT));
            }
        });
    }
}
