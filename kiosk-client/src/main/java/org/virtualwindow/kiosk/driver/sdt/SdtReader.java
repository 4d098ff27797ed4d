package org.virtualwindow.kiosk.driver.sdt;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import org.virtualwindow.kiosk.driver.Device;
import org.virtualwindow.kiosk.driver.DeviceFault;
import org.virtualwindow.kiosk.driver.Status;
import org.virtualwindow.kiosk.driver.Use;
import org.virtualwindow.kiosk.driver.card.CardText;
import org.virtualwindow.protocol.DeviceResult;
import org.virtualwindow.protocol.DeviceTask;
import org.virtualwindow.protocol.DeviceTask.ReadIdCard;
import org.virtualwindow.protocol.values.DeviceCondition;
import org.virtualwindow.protocol.values.Trouble;

/** A reader whose port is open. */
final class SdtReader implements Device {
    private static final Duration LOOKS = Duration.ofMillis(300);

    private final SdtApi api;
    private final int port;
    private final Runnable closed;

    /** The library does one thing at a time. */
    private final ReentrantLock line = new ReentrantLock();

    private volatile boolean there = true;

    SdtReader(SdtApi api, int port, Runnable closed) {
        this.api = api;
        this.port = port;
        this.closed = closed;
    }

    boolean isThere() {
        return there;
    }

    @Override
    public Status status() {
        if (!line.tryLock()) {
            return Status.of(DeviceCondition.BUSY);
        }
        try {
            there = api.samStatus(port) == SdtApi.OK;
            return there ? Status.OK : Status.of(DeviceCondition.FAULT, Trouble.OFFLINE);
        } finally {
            line.unlock();
        }
    }

    @Override
    public DeviceResult run(DeviceTask task, Use use) throws DeviceFault, InterruptedException {
        if (!(task instanceof ReadIdCard)) {
            throw new DeviceFault(Trouble.NOT_PRESENT);
        }
        line.lockInterruptibly();
        try {
            waitForCard(use);
            int selected = api.selectCard(port);
            if (selected != SdtApi.OK) {
                throw new DeviceFault(Trouble.CARD_UNREADABLE, "SDT_SelectIDCard: 0x" + Integer.toHexString(selected));
            }
            byte[] text = api.readText(port);
            try {
                return new DeviceResult.CardWasRead(CardText.parse(text));
            } finally {
                Arrays.fill(text, (byte) 0);
            }
        } finally {
            line.unlock();
        }
    }

    /** A card that was read is not found again before it was lifted. */
    private void waitForCard(Use use) throws DeviceFault, InterruptedException {
        if (api.findCard(port) == SdtApi.CARD_FOUND) {
            return;
        }
        use.waitsFor(Trouble.NO_CARD);
        do {
            if (api.samStatus(port) != SdtApi.OK) {
                there = false;
                throw new DeviceFault(Trouble.OFFLINE, "the reader does not answer any more");
            }
            Thread.sleep(LOOKS);
        } while (api.findCard(port) != SdtApi.CARD_FOUND);
    }

    @Override
    public void close() {
        line.lock();
        try {
            api.closePort(port);
        } finally {
            line.unlock();
            closed.run();
        }
    }
}
