package org.virtualwindow.kiosk.daemon;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.virtualwindow.kiosk.command.CommandLog;
import org.virtualwindow.kiosk.command.Commands;
import org.virtualwindow.kiosk.command.Pages;
import org.virtualwindow.kiosk.command.Signer;
import org.virtualwindow.kiosk.daemon.ServerLine.Over;
import org.virtualwindow.kiosk.device.Configured;
import org.virtualwindow.kiosk.device.Devices;
import org.virtualwindow.kiosk.device.Pace;
import org.virtualwindow.kiosk.memory.OwnMemory;
import org.virtualwindow.protocol.Beat;
import org.virtualwindow.protocol.FromDevice.DevicesAre;
import org.virtualwindow.protocol.FromDevice.DevicesTested;
import org.virtualwindow.protocol.FromDevice.RestartDeclined;
import org.virtualwindow.protocol.FromDevice.RestartDone;
import org.virtualwindow.protocol.FromHall.Restarted;
import org.virtualwindow.protocol.NotUnderstood;
import org.virtualwindow.protocol.SelfTest.Tried;
import org.virtualwindow.protocol.ToDevice;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.values.Trouble;

/** One kiosk: its line to the server, its devices, and what they are asked to do. */
final class Kiosk implements ServerLine.Work, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Kiosk.class);

    private final ServerLine line;
    private final Devices devices;
    private final Commands commands;
    private final Restarts restarts;
    private final SelfTests tests;

    /** @param log where commands are written down before they are begun */
    Kiosk(
            KioskId kiosk,
            ServerLine line,
            List<Configured> drivers,
            Pace pace,
            Path log,
            Pages pages,
            Signer signer,
            Restarts restarts)
            throws IOException {
        this.line = line;
        this.restarts = restarts;
        CommandLog written = CommandLog.open(log);
        Set<String> before = Commands.unended(written);
        if (!before.isEmpty()) {
            LOG.warn("{} commands were begun before and have no known end", before.size());
        }
        devices = new Devices(drivers, pace, () -> Commands.unended(written), views -> line.say(new DevicesAre(views)));
        commands = new Commands(kiosk, devices, written, new TestPage(pages), signer, line::say);
        tests = new SelfTests(devices, commands);
    }

    /** Until the line is over for good or the thread is interrupted. */
    Over hold() throws InterruptedException {
        devices.start();
        return line.hold(this);
    }

    /** For whoever stops and wipes here, without the server. */
    Commands commands() {
        return commands;
    }

    @Override
    public void connected() {
        line.say(new DevicesAre(devices.views()));
        commands.connected();
    }

    @Override
    public void told(ToDevice message) {
        switch (message) {
            case ToDevice.DoCommand command -> commands.told(command);
            case ToDevice.CancelCommand cancel -> commands.told(cancel);
            case ToDevice.ResultNoted noted -> commands.noted(noted.command());
            case ToDevice.VisitOver _ -> commands.forget();
            case ToDevice.RestartNow restart ->
                commands.whenIdle(
                        () -> restarts.whyNot(restart.what())
                                .thenAccept(why -> why.ifPresentOrElse(
                                        trouble -> line.say(new RestartDeclined(restart.order(), trouble)),
                                        () -> restart(restart))),
                        () -> line.say(new RestartDeclined(restart.order(), Trouble.BUSY)));
            case ToDevice.TestDevices test ->
                restarts.whyNot(Restarted.DAEMON)
                        .thenAccept(why -> Thread.ofVirtual().name("self-test").start(() -> test(test, why.isEmpty())));
            case Beat _, ToDevice.DeviceNoted _, NotUnderstood _ -> {} // the line's own
        }
    }

    /** @param free nobody is there, so that a card that lies on the reader is nobody's */
    private void test(ToDevice.TestDevices test, boolean free) {
        List<Tried> tried = free ? tests.tried(test.print()) : tests.asked();
        line.say(new DevicesTested(test.test(), tried));
        if (SelfTests.readACard(tried)) {
            commands.whenIdle(devices::forget, () -> LOG.debug("Whoever came meanwhile is forgotten when they leave"));
            OwnMemory.overwrite();
        }
    }

    private void restart(ToDevice.RestartNow restart) {
        switch (restart.what()) {
            case DAEMON -> line.end(Over.RESTART); // coming back is its answer
            case BROWSER -> {
                restarts.browserAnew();
                line.say(new RestartDone(restart.order()));
            }
        }
    }

    @Override
    public void close() {
        commands.close();
        devices.close();
    }
}
