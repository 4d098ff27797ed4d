package org.virtualwindow.kiosk.driver.ipp;

import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.Types;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.kiosk.driver.Device;
import org.virtualwindow.kiosk.driver.DeviceFault;
import org.virtualwindow.kiosk.driver.Status;
import org.virtualwindow.kiosk.driver.Use;
import org.virtualwindow.protocol.DeviceResult;
import org.virtualwindow.protocol.DeviceTask;
import org.virtualwindow.protocol.DeviceTask.PrintDocument;
import org.virtualwindow.protocol.values.DeviceCondition;
import org.virtualwindow.protocol.values.Trouble;

/** A printer at one address. */
final class IppPrinter implements Device {
    private final IppClient client;
    private final URI address;

    IppPrinter(IppClient client, URI address) {
        this.client = client;
        this.address = address;
    }

    @Override
    public Status status() throws InterruptedException {
        try {
            return status(client, address);
        } catch (DeviceFault refused) {
            return Status.of(DeviceCondition.FAULT, refused.why());
        } catch (IOException silent) {
            return Status.of(DeviceCondition.FAULT, Trouble.OFFLINE);
        }
    }

    static Status status(IppClient client, URI address) throws IOException, DeviceFault, InterruptedException {
        IppPacket question = IppPacket.getPrinterAttributes(
                        address, Types.printerState, Types.printerStateReasons, Types.printerIsAcceptingJobs)
                .build();
        @Nullable AttributeGroup printer = client.ask(address, question).get(Tag.printerAttributes);
        if (printer == null) {
            throw new IOException("The answer has no printer in it");
        }
        return Reasons.status(
                printer.getValue(Types.printerState),
                printer.getStrings(Types.printerStateReasons),
                !Objects.equals(printer.getValue(Types.printerIsAcceptingJobs), false));
    }

    @Override
    public DeviceResult run(DeviceTask task, Use use) throws DeviceFault, InterruptedException {
        if (!(task instanceof PrintDocument print)) {
            throw new DeviceFault(Trouble.NOT_PRESENT);
        }
        if (!print.document().mediaType().equals("application/pdf")) {
            throw new DeviceFault(Trouble.MALFORMED, print.document().mediaType());
        }
        return new PrintJob(client, address, use).print(print);
    }

    @Override
    public void takeBack(Set<String> names) throws DeviceFault, InterruptedException {
        new PrintQueue(client, address).takeBack(names);
    }

    @Override
    public void close() {
        // nothing is held between two questions
    }
}
