package org.virtualwindow.server.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.virtualwindow.protocol.CloseCode;
import org.virtualwindow.protocol.DeviceTask.ReadIdCard;
import org.virtualwindow.protocol.DeviceView;
import org.virtualwindow.protocol.ToDevice.CancelCommand;
import org.virtualwindow.protocol.ToDevice.DoCommand;
import org.virtualwindow.protocol.ToDevice.VisitOver;
import org.virtualwindow.protocol.ids.CommandId;
import org.virtualwindow.protocol.ids.DeviceId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.values.Capability;
import org.virtualwindow.protocol.values.DeviceCondition;
import org.virtualwindow.server.connection.Arrival;
import org.virtualwindow.server.connection.Peer;

class ErrandsTest {
    private static final KioskId KIOSK = new KioskId("310117-K1");
    private static final CancelCommand CANCEL = new CancelCommand(new CommandId("c1"));
    private static final DoCommand READ =
            new DoCommand(new CommandId("c2"), new ReadIdCard(Optional.empty()), "nonce", 30L);

    private Instant now = Instant.parse("2026-03-02T09:00:00Z");
    private final Lines daemons = new Lines(false);
    private final Errands errands = new Errands(daemons, () -> now);

    @Test
    void whoeverIsAwayIsToldOnceTheyAreThere() {
        errands.say(KIOSK, CANCEL);
        errands.say(KIOSK, new VisitOver());
        now = now.plus(Duration.ofHours(1));
        assertThat(comes(1).heard).containsExactly(CANCEL, new VisitOver());
    }

    @Test
    void whatWasSaidOverALineThatWasDeadIsSaidAgainOverTheNext() {
        Daemon dead = comes(1);
        errands.say(KIOSK, CANCEL);
        errands.say(KIOSK, new VisitOver());
        errands.missed(KIOSK, dead);
        assertThat(dead.heard).as("each once").containsExactly(CANCEL, new VisitOver());

        now = now.plusSeconds(60);
        assertThat(comes(2).heard).containsExactly(CANCEL, new VisitOver());
    }

    @Test
    void whatWasSaidLongAgoOrIsOverIsNotSaidAgain() {
        comes(1);
        errands.say(KIOSK, CANCEL);
        errands.ended(KIOSK, CANCEL.command());
        assertThat(comes(2).heard).isEmpty();

        errands.say(KIOSK, new VisitOver());
        now = now.plus(Duration.ofMinutes(3));
        assertThat(comes(3).heard).isEmpty();
    }

    @Test
    void theEndOfAVisitDoesNotReachTheNext() {
        Daemon dead = comes(1);
        errands.say(KIOSK, new VisitOver());
        errands.ask(KIOSK, dead, READ);
        assertThat(dead.heard).containsExactly(new VisitOver(), READ);
        assertThat(comes(2).heard).isEmpty();
    }

    private Daemon comes(long number) {
        Daemon daemon = new Daemon(number);
        daemons.tells(
                KIOSK,
                daemon,
                List.of(new DeviceView(
                        new DeviceId("reader-1"),
                        "Reader",
                        List.of(Capability.READ_CARD),
                        DeviceCondition.OK,
                        List.of(),
                        false)));
        errands.missed(KIOSK, daemon);
        return daemon;
    }

    private static final class Daemon implements Peer {
        private final List<Object> heard = new ArrayList<>();
        private final long number;

        Daemon(long number) {
            this.number = number;
        }

        @Override
        public void send(Object message) {
            heard.add(message);
        }

        @Override
        public void close(CloseCode code) {}

        @Override
        public Arrival arrival() {
            return new Arrival("daemon", 0, number);
        }
    }
}
