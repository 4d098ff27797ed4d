package org.virtualwindow.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.server.config.DeskTimes;
import org.virtualwindow.server.milestone.Milestone;
import org.virtualwindow.server.postgres.Database;
import org.virtualwindow.server.postgres.WithPostgres;

@ExtendWith(WithPostgres.class)
class CallMilestonesTest {
    @TempDir
    static Path folder = Path.of("");

    private final List<String> heard = new ArrayList<>();
    private final DeskScenario desk;

    CallMilestonesTest(Database database) {
        desk = new DeskScenario(database, folder);
        desk.desk()
                .listen((before, after) -> CallMilestones.between(before, after).stream()
                        .map(Milestone::what)
                        .forEach(heard::add));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aCallThatIsDeclinedAndCancelledIsToldOnceEach() {
        var zhang = desk.clerk("Zhang");
        var kiosk = desk.kiosk("entrance");
        kiosk.pressesCall();
        zhang.sitsDown();
        zhang.declines(zhang.callId());
        kiosk.cancels(kiosk.call().id());

        assertThat(heard).containsExactly("requested", "offered to Zhang", "waits again", "ended cancelled");
    }

    @Test
    void aCallWhoseKioskIsLostIsSuspendedAndOfferedAgain() {
        var zhang = desk.clerk("Zhang").sitsDown();
        var kiosk = desk.kiosk("entrance");
        kiosk.pressesCall();
        zhang.answers(zhang.callId());
        kiosk.lineIsCut();
        desk.timePasses(DeskTimes.USUAL.grace());
        kiosk.comesBack();

        assertThat(heard)
                .containsExactly(
                        "requested",
                        "offered to Zhang",
                        "answered by Zhang",
                        "suspended",
                        "waits again",
                        "offered to Zhang");
    }

    @Test
    void aCallThatIsFinishedAfterItEndedIsNotToldTwice() {
        var zhang = desk.clerk("Zhang").sitsDown();
        var kiosk = desk.kiosk("entrance");
        kiosk.pressesCall();
        zhang.answers(zhang.callId());
        kiosk.hangsUp(kiosk.call().id());
        zhang.finishes(zhang.callId());

        assertThat(heard)
                .containsExactly("requested", "offered to Zhang", "answered by Zhang", "ended applicant-hung-up");
    }
}
