package org.virtualwindow.server.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.virtualwindow.server.story.Line.refusal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.protocol.Answer;
import org.virtualwindow.protocol.DeviceResult;
import org.virtualwindow.protocol.DeviceTask;
import org.virtualwindow.protocol.FromKiosk;
import org.virtualwindow.protocol.MediaMessage.MediaState;
import org.virtualwindow.protocol.MediaMessage.Sending;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomEvent.UseEnd;
import org.virtualwindow.protocol.RoomMessage.DevicesShown;
import org.virtualwindow.protocol.RoomMessage.RoomHappened;
import org.virtualwindow.protocol.RoomOperation;
import org.virtualwindow.protocol.ids.CommandId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.values.Capability;
import org.virtualwindow.protocol.values.GrantScope;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.protocol.values.Role;
import org.virtualwindow.protocol.values.SignInCode;
import org.virtualwindow.protocol.values.Trouble;

/** A clerk watches what lies under the document camera of a kiosk in another city: as long as the applicant lets them, and no longer. */
class BedIT {
    private static final DeviceTask WATCH = new DeviceTask.WatchBed();
    private static final CommandId W1 = new CommandId("w1");
    private static final CommandId W2 = new CommandId("w2");

    @TempDir
    static Path folder = Path.of("");

    private final Town town = new Town(folder);

    @AfterEach
    void stop() {
        town.close();
    }

    @Test
    void nobodyWatchesWithoutConsentNorAnotherClerkNorOnceItWasStopped() {
        try (Console clerk = town.console("shen.jianhua");
                Console stranger = town.console("lu.xiaoyan");
                KioskPage kiosk = town.kiosk(Town.ENTRANCE)) {
            RoomId room = kiosk.talksWith(clerk);
            assertThat(refusal(asks(clerk, room, W1))).isEqualTo(Refusal.NO_DEVICE);
            hasCamera(kiosk, clerk);
            assertThat(refusal(asks(stranger, room, W1))).isEqualTo(Refusal.NO_ROOM);

            assertThat(asks(clerk, room, W1)).isInstanceOf(Answer.Accepted.class);
            assertThat(refusal(asks(clerk, room, W1))).isEqualTo(Refusal.ALREADY);
            assertThat(refusal(asks(clerk, room, W2))).isEqualTo(Refusal.DEVICE_BUSY);
            assertThat(refusal(kiosk.line()
                            .does(op -> new RoomOperation.UseDone(op, room, W1, new DeviceResult.TaskCancelled()))))
                    .as("what nobody allowed does not run")
                    .isEqualTo(Refusal.UNKNOWN);
            assertThat(allowed(kiosk)).isEmpty();
            kiosk.line().achieves(op -> new FromKiosk.HelperSignIn(op, room, new SignInCode(town.helperCode())));
            assertThat(refusal(kiosk.line().does(op -> new RoomOperation.AllowUse(op, room, W1))))
                    .isEqualTo(Refusal.HELPER_MAY_NOT);
            kiosk.line().achieves(op -> new FromKiosk.HandOver(op, room, Role.APPLICANT));
            kiosk.line().achieves(op -> new RoomOperation.AllowUse(op, room, W1));
            assertThat(refusal(stranger.line().does(op -> new RoomOperation.StopUse(op, room, W1))))
                    .isEqualTo(Refusal.NO_ROOM);

            kiosk.line().achieves(op -> new RoomOperation.StopUse(op, room, W1));
            ends(clerk.line(), W1, UseEnd.CANCELLED);
            kiosk.line().achieves(op -> new RoomOperation.StopUse(op, room, W1));
            assertThat(clerk.line().all(RoomHappened.class).stream()
                            .filter(each -> each.event() instanceof RoomEvent.UseEnded))
                    .as("stopped once")
                    .hasSize(1);
            assertThat(refusal(asks(clerk, room, W1))).as("over is over").isEqualTo(Refusal.ALREADY);
            assertThat(asks(clerk, room, W2))
                    .as("what was allowed for this visit is not asked again")
                    .isInstanceOf(Answer.Accepted.class);
            kiosk.line().await(RoomHappened.class, each -> each.event().equals(new RoomEvent.UseAllowed(W2)));
        }
    }

    @Test
    void theClerkIsToldThatThePictureComesAndWhyItIsGone() {
        try (Console clerk = town.console("shen.jianhua");
                KioskPage kiosk = town.kiosk(Town.ENTRANCE)) {
            RoomId room = kiosk.talksWith(clerk);
            hasCamera(kiosk, clerk);
            watches(clerk, kiosk, room, W1);
            kiosk.line()
                    .say(new MediaState(
                            clerk.awaitInCall().call(),
                            Sending.ON,
                            Sending.ON,
                            false,
                            Optional.empty(),
                            Optional.of(true)));
            clerk.line().await(MediaState.class, state -> state.bed().equals(Optional.of(true)));

            kiosk.line()
                    .achieves(op ->
                            new RoomOperation.UseDone(op, room, W1, new DeviceResult.TaskFailed(Trouble.OFFLINE)));
            RoomHappened gone = ends(clerk.line(), W1, UseEnd.FAILED);
            assertThat(((RoomEvent.UseEnded) gone.event()).why()).contains(Trouble.OFFLINE);
            kiosk.line().say(new FromKiosk.PageDevicesAre(List.of()));
            clerk.line()
                    .awaitLatest(DevicesShown.class, shown -> shown.devices().isEmpty());
            assertThat(refusal(asks(clerk, room, W2))).isEqualTo(Refusal.NO_DEVICE);
        }
    }

    @Test
    void itEndsWithTheTimeTheAbsenceOfTheApplicantTheSightOfTheFormAndTheCall() {
        try (Console clerk = town.console("shen.jianhua");
                KioskPage kiosk = town.kiosk(Town.ENTRANCE)) {
            RoomId room = kiosk.talksWith(clerk);
            hasCamera(kiosk, clerk);
            watches(clerk, kiosk, room, W1);
            town.timePasses(Duration.ofMinutes(16));
            ends(clerk.line(), W1, UseEnd.TIMED_OUT);

            watches(clerk, kiosk, room, W2);
            clerk.line().achieves(op -> new RoomOperation.StepAway(op, room));
            ends(kiosk.line(), W2, UseEnd.CANCELLED);
            CommandId w3 = new CommandId("w3");
            assertThat(refusal(asks(clerk, room, w3))).isEqualTo(Refusal.APPLICANT_AWAY);
            kiosk.line().achieves(op -> new RoomOperation.ComeBack(op, room));

            CommandId covered = new CommandId("covered");
            watches(clerk, kiosk, room, covered);
            kiosk.line().achieves(op -> new RoomOperation.EndGrant(op, room, GrantScope.SEE_FORM));
            ends(kiosk.line(), covered, UseEnd.CANCELLED);
            assertThat(refusal(asks(clerk, room, w3))).isEqualTo(Refusal.NEEDS_GRANT);
            kiosk.line().achieves(op -> new RoomOperation.GiveGrant(op, room, GrantScope.SEE_FORM));

            watches(clerk, kiosk, room, w3);
            clerk.hangsUp(clerk.awaitInCall().call());
            ends(kiosk.line(), w3, UseEnd.CANCELLED);
            assertThat(refusal(asks(clerk, room, new CommandId("w4")))).isEqualTo(Refusal.NO_ROOM);
        }
    }

    private static void hasCamera(KioskPage kiosk, Console clerk) {
        kiosk.line().say(new FromKiosk.PageDevicesAre(List.of(Daemon.view(Capability.CAPTURE))));
        clerk.line().await(DevicesShown.class, shown -> !shown.devices().isEmpty());
    }

    /** The applicant is asked the first time. */
    private static void watches(Console clerk, KioskPage kiosk, RoomId room, CommandId command) {
        assertThat(asks(clerk, room, command)).isInstanceOf(Answer.Accepted.class);
        kiosk.line().achieves(op -> new RoomOperation.AllowUse(op, room, command));
        clerk.line().await(RoomHappened.class, each -> each.event().equals(new RoomEvent.UseAllowed(command)));
    }

    private static Answer asks(Console clerk, RoomId room, CommandId command) {
        return clerk.line().does(op -> new RoomOperation.Operate(op, room, command, WATCH));
    }

    private static List<RoomHappened> allowed(KioskPage kiosk) {
        return kiosk.line().all(RoomHappened.class).stream()
                .filter(each -> each.event() instanceof RoomEvent.UseAllowed)
                .toList();
    }

    private static RoomHappened ends(Line<?> line, CommandId command, UseEnd how) {
        return line.await(
                RoomHappened.class,
                each -> each.event() instanceof RoomEvent.UseEnded ended
                        && ended.command().equals(command)
                        && ended.how() == how);
    }
}
