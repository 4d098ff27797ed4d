package org.virtualwindow.kiosk.command;

import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.virtualwindow.protocol.DeviceResult;
import org.virtualwindow.protocol.DeviceResult.TaskCancelled;
import org.virtualwindow.protocol.FromDevice;
import org.virtualwindow.protocol.FromDevice.CommandEnded;
import org.virtualwindow.protocol.SignedResult;
import org.virtualwindow.protocol.ids.CommandId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.json.WireCodec;

/** The signed results that the server has not noted yet, in memory only: said at once and again until it has. Used by one thread. */
final class Unnoted {
    private static final int MOST = 1_000;

    private final KioskId kiosk;
    private final Signer signer;
    private final Consumer<FromDevice> line;
    private final SequencedMap<CommandId, Ended> results = new LinkedHashMap<>();

    Unnoted(KioskId kiosk, Signer signer, Consumer<FromDevice> line) {
        this.kiosk = kiosk;
        this.signer = signer;
        this.line = line;
    }

    private record Ended(String nonce, boolean ofAPerson, CommandEnded message) {}

    boolean has(CommandId command) {
        return results.containsKey(command);
    }

    void add(CommandId command, String nonce, DeviceResult result) {
        results.put(command, made(command, nonce, result));
        if (results.size() > MOST) {
            results.pollFirstEntry();
        }
        say(command);
    }

    void say(CommandId command) {
        line.accept(Objects.requireNonNull(results.get(command)).message());
    }

    void sayAll() {
        results.values().forEach(result -> line.accept(result.message()));
    }

    void noted(CommandId command) {
        results.remove(command);
    }

    /** What holds something of a person becomes a cancelled task. */
    void forgetPeople() {
        results.replaceAll(
                (command, result) -> result.ofAPerson() ? made(command, result.nonce(), new TaskCancelled()) : result);
    }

    private Ended made(CommandId command, String nonce, DeviceResult result) {
        String signed = signer.sign(WireCodec.encode(new SignedResult(kiosk, command, nonce, result)));
        return new Ended(nonce, Results.isOfAPerson(result), new CommandEnded(command, signed));
    }
}
