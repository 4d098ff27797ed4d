package org.virtualwindow.server.device;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.virtualwindow.protocol.DeviceResult;
import org.virtualwindow.protocol.IdentityDocument;
import org.virtualwindow.protocol.SignedResult;
import org.virtualwindow.protocol.ToDevice;
import org.virtualwindow.protocol.ToKiosk;
import org.virtualwindow.protocol.ids.CommandId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.values.Trouble;

/** What reads cards at the kiosks, and whose card is read for somebody who sits in no room yet. Any thread. */
public final class CardReading {
    private static final DeviceResult NOT_REACHED = new DeviceResult.TaskFailed(Trouble.NOT_REACHED);

    private final Lines daemons;
    private final Watchers watchers;
    private final Errands errands;
    private final InstantSource clock;
    private final Readers readers;
    private final CardReads reads = new CardReads();

    /** @param demo a kiosk whose daemon has no card reader has a simulated one here */
    CardReading(Lines daemons, Watchers watchers, Errands errands, boolean demo, InstantSource clock) {
        this.daemons = daemons;
        this.watchers = watchers;
        this.errands = errands;
        this.clock = clock;
        this.readers = new Readers(daemons, demo);
    }

    /** Whether the kiosk's daemon has a card reader. */
    public boolean byDaemon(KioskId kiosk) {
        return readers.ofDaemon(kiosk);
    }

    /** What lies on the reader that is simulated here. */
    public Optional<IdentityDocument> laidHere(Optional<String> card) {
        return readers.here(card);
    }

    /**
     * Has the daemon read a card for somebody who sits in no room yet and pressed for it. What was read there before is over.
     *
     * @param then is told once, on any thread, how it ended; the result is checked as any other is
     */
    public void read(KioskId kiosk, Optional<String> simulated, Consumer<DeviceResult> then) {
        ToDevice.DoCommand read =
                reads.begin(kiosk, simulated, clock.instant(), then, command -> cancel(kiosk, command));
        daemons.peer(kiosk)
                .ifPresentOrElse(daemon -> errands.ask(kiosk, daemon, read), () -> isOver(kiosk, NOT_REACHED));
    }

    /** Ends what was begun by {@link #read}. */
    public void stop(KioskId kiosk) {
        isOver(kiosk, new DeviceResult.TaskCancelled());
    }

    boolean runs(KioskId kiosk, CommandId command) {
        return reads.runs(kiosk, command);
    }

    /** False where this is not what was asked for. */
    boolean ended(SignedResult signed) {
        return reads.ended(signed);
    }

    /** Ends what took too long. */
    void tick(Instant now) {
        reads.tick(now);
    }

    ToKiosk.CardReader view(KioskId kiosk) {
        return readers.view(kiosk);
    }

    void daemonLeft(KioskId kiosk) {
        isOver(kiosk, NOT_REACHED);
    }

    /** Tells the kiosk's page where that is another reader than before. */
    void tell(KioskId kiosk, ToKiosk.CardReader before) {
        ToKiosk.CardReader now = readers.view(kiosk);
        if (!now.equals(before)) {
            watchers.peer(kiosk).ifPresent(page -> page.send(now));
        }
    }

    private void isOver(KioskId kiosk, DeviceResult why) {
        reads.stop(kiosk, why, command -> cancel(kiosk, command));
    }

    private void cancel(KioskId kiosk, CommandId command) {
        errands.say(kiosk, new ToDevice.CancelCommand(command));
    }
}
