package org.virtualwindow.server.story;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.virtualwindow.protocol.DeviceResult;
import org.virtualwindow.protocol.DeviceView;
import org.virtualwindow.protocol.FromDevice;
import org.virtualwindow.protocol.SignedResult;
import org.virtualwindow.protocol.ToDevice;
import org.virtualwindow.protocol.ids.CommandId;
import org.virtualwindow.protocol.ids.DeviceId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.json.WireCodec;
import org.virtualwindow.protocol.values.Capability;
import org.virtualwindow.protocol.values.DeviceCondition;
import org.virtualwindow.server.identity.DeviceKeys;
import org.virtualwindow.server.identity.TestDevice;
import org.virtualwindow.server.postgres.Sql;

/** The device daemon of a kiosk, as a story plays it. */
record Daemon(KioskId kiosk, TestDevice device, Line<ToDevice> line) implements AutoCloseable {
    static Daemon enrols(Town town, KioskId kiosk) {
        DeviceKeys keys = new DeviceKeys(
                new Sql(town.server().database().dataSource()), town.server().launchCodes(), InstantSource.system());
        return comes(town, kiosk, TestDevice.enrolled(kiosk, keys, town.server().launchCodes()));
    }

    /** One that was enrolled. */
    static Daemon of(Town town, KioskId kiosk, TestDevice device) {
        return comes(town, kiosk, device);
    }

    static Line<ToDevice> line(Town town, TestDevice device) {
        return new Line<>(town.origin(), "device", Map.of("Authorization", device.connecting()), ToDevice.class);
    }

    /** The line is drawn anew, and the one before is gone. */
    Daemon comesBack(Town town) {
        line.cut();
        return comes(town, kiosk, device);
    }

    /** It was stopped, and is started anew with the same files. */
    Daemon isStartedAnew(Town town) {
        line.cut();
        return comes(town, kiosk, device.another());
    }

    private static Daemon comes(Town town, KioskId kiosk, TestDevice device) {
        Line<ToDevice> line = line(town, device);
        line.say(new FromDevice.DeviceAlive("1", 1L, Optional.empty()));
        line.await(ToDevice.DeviceNoted.class);
        return new Daemon(kiosk, device, line);
    }

    /** A reader, a scanner and a printer that all are well. */
    Daemon tells() {
        line.say(new FromDevice.DevicesAre(
                List.of(view(Capability.READ_CARD), view(Capability.SCAN), view(Capability.PRINT))));
        return this;
    }

    static DeviceView view(Capability can) {
        return new DeviceView(new DeviceId(can.name()), can.name(), List.of(can), DeviceCondition.OK, List.of(), true);
    }

    ToDevice.DoCommand awaitCommand(CommandId command) {
        return line.await(ToDevice.DoCommand.class, each -> each.command().equals(command));
    }

    void awaitCancelled(CommandId command) {
        line.await(ToDevice.CancelCommand.class, each -> each.command().equals(command));
    }

    /** Says how it ended, and waits until that is noted. */
    void ends(ToDevice.DoCommand asked, DeviceResult result) {
        ends(asked.command(), signed(new SignedResult(kiosk, asked.command(), asked.nonce(), result)));
    }

    void ends(CommandId command, String result) {
        line.forget();
        line.say(new FromDevice.CommandEnded(command, result));
        line.await(ToDevice.ResultNoted.class, noted -> noted.command().equals(command));
    }

    String signed(SignedResult result) {
        return device.result(WireCodec.encode(result));
    }

    @Override
    public void close() {
        line.close();
    }
}
