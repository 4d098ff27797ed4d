package org.virtualwindow.kiosk.driver.escl;

import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import org.virtualwindow.kiosk.driver.Device;
import org.virtualwindow.kiosk.driver.DeviceFault;
import org.virtualwindow.kiosk.driver.Status;
import org.virtualwindow.kiosk.driver.Use;
import org.virtualwindow.protocol.DeviceResult;
import org.virtualwindow.protocol.DeviceTask;
import org.virtualwindow.protocol.DeviceTask.ScanPages;
import org.virtualwindow.protocol.values.DeviceCondition;
import org.virtualwindow.protocol.values.Trouble;

/** A scanner at one address. */
final class EsclScanner implements Device {
    private final EsclClient client;
    private final URI address;
    private final ScannerCapabilities can;

    EsclScanner(EsclClient client, URI address, ScannerCapabilities can) {
        this.client = client;
        this.address = address;
        this.can = can;
    }

    @Override
    public Status status() throws InterruptedException {
        try {
            return ScannerStatus.of(client.read(address, "ScannerStatus")).status();
        } catch (DeviceFault refused) {
            return refused.why() == Trouble.BUSY
                    ? Status.of(DeviceCondition.BUSY)
                    : Status.of(DeviceCondition.FAULT, refused.why());
        } catch (IOException silent) {
            return Status.of(DeviceCondition.FAULT, Trouble.OFFLINE);
        }
    }

    @Override
    public DeviceResult run(DeviceTask task, Use use) throws DeviceFault, InterruptedException {
        if (!(task instanceof ScanPages scan)) {
            throw new DeviceFault(Trouble.NOT_PRESENT);
        }
        ScannerCapabilities.Input input = can.input(scan.source())
                .orElseThrow(() -> new DeviceFault(
                        Trouble.NOT_PRESENT, "it has no " + scan.source().name().toLowerCase(Locale.ROOT)));
        return new ScanJob(client, address, can.version(), input, use).scan(scan);
    }

    @Override
    public void close() {
        // nothing is held between two questions
    }
}
