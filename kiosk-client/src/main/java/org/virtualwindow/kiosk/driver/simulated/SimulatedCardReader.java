package org.virtualwindow.kiosk.driver.simulated;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.virtualwindow.kiosk.driver.Device;
import org.virtualwindow.kiosk.driver.DeviceFault;
import org.virtualwindow.kiosk.driver.Status;
import org.virtualwindow.kiosk.driver.Use;
import org.virtualwindow.protocol.DemoCards;
import org.virtualwindow.protocol.DeviceResult;
import org.virtualwindow.protocol.DeviceTask;
import org.virtualwindow.protocol.DeviceTask.ReadIdCard;
import org.virtualwindow.protocol.IdentityDocument;
import org.virtualwindow.protocol.json.WireCodec;
import org.virtualwindow.protocol.json.WireCodec.Decoded;
import org.virtualwindow.protocol.values.Trouble;

/** Reads the card that the task names, or else the one that was laid there; waits for one where there is none. */
final class SimulatedCardReader implements Device {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final Faults faults;
    private final Control control;
    private final Duration pace;

    SimulatedCardReader(Faults faults, Control control, Duration pace) {
        this.faults = faults;
        this.control = control;
        this.pace = pace;
    }

    @Override
    public Status status() {
        return faults.status();
    }

    @Override
    public DeviceResult run(DeviceTask task, Use use) throws DeviceFault, InterruptedException {
        if (!(task instanceof ReadIdCard read)) {
            throw new DeviceFault(Trouble.MALFORMED);
        }
        faults.waitOut(Set.of(Trouble.NO_CARD), use);
        String lies = waitForCard(read, use);
        Thread.sleep(pace);
        IdentityDocument document = card(lies).orElseThrow(() -> new DeviceFault(Trouble.CARD_UNREADABLE));
        faults.didOne();
        return faults.does(Script.Misdeed.NONSENSE)
                ? new DeviceResult.WasPrinted()
                : new DeviceResult.CardWasRead(document);
    }

    @Override
    public void close() {}

    /** @param lies what messages call it, or all that it says */
    private static Optional<IdentityDocument> card(String lies) {
        if (!lies.startsWith("{")) {
            return Optional.ofNullable(DemoCards.all().get(lies));
        }
        return WireCodec.decode(lies, IdentityDocument.class)
                        instanceof Decoded.Message<IdentityDocument>(IdentityDocument said)
                ? Optional.of(said)
                : Optional.empty();
    }

    private String waitForCard(ReadIdCard read, Use use) throws InterruptedException {
        Optional<String> lies = read.simulated().or(() -> control.word("card"));
        if (lies.isEmpty()) {
            use.waitsFor(Trouble.NO_CARD);
        }
        while (lies.isEmpty()) {
            Thread.sleep(LOOK_AGAIN);
            lies = control.word("card");
        }
        return lies.get();
    }
}
