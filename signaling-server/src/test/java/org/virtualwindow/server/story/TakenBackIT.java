package org.virtualwindow.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.protocol.Answer;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomMessage.RoomHappened;
import org.virtualwindow.protocol.RoomMessage.RoomSnapshot;
import org.virtualwindow.protocol.RoomOperation;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.GrantScope;
import org.virtualwindow.protocol.values.Issue;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.protocol.values.Role;

/** What a clerk wrote, took back or emptied, and what the applicant is asked of it before the form is filed. */
class TakenBackIT {
    private static final FieldPath SPARE = new FieldPath("/alternative1");
    private static final FieldPath OTHER = new FieldPath("/alternative2");

    @TempDir
    static Path folder = Path.of("");

    private Town town;

    TakenBackIT() {
        town = new Town(folder);
    }

    @AfterEach
    void stop() {
        town.close();
    }

    @Test
    void whatWasTakenBackIsNoQuestionAndWhatWasEmptiedIsOne() {
        try (Console clerk = town.console("shen.jianhua");
                KioskPage kiosk = town.kiosk(Town.ENTRANCE)) {
            RoomId room = kiosk.talksWith(clerk);
            kiosk.fillsIn(room);
            kiosk.writes(room, OTHER.value(), "禾润", 0);
            kiosk.line().achieves(op -> new RoomOperation.GiveGrant(op, room, GrantScope.EDIT_FORM));

            clerk.writes(room, SPARE.value(), "禾丰", 0);
            assertThat(unconfirmed(kiosk, SPARE)).containsExactly(SPARE);
            kiosk.line().forget();
            clerk.line().achieves(op -> new RoomOperation.Undo(op, room, SPARE, 1L));
            assertThat(unconfirmed(kiosk, SPARE)).isEmpty();

            clerk.writes(room, OTHER.value(), "", 1);
            assertThat(unconfirmed(kiosk, OTHER)).containsExactly(OTHER);
            town.restart();
            try (KioskPage after = town.kiosk(kiosk.cookie(), kiosk.page())) {
                RoomSnapshot form = after.line().await(RoomSnapshot.class);
                assertThat(form.form().unconfirmed()).containsExactly(OTHER);
                after.line().achieves(op -> new RoomOperation.Declare(op, room, "NAME_RISK", true));
                String hash = form.form().formHash().orElseThrow();
                Answer unasked = after.line().does(op -> new RoomOperation.Submit(op, room, hash));
                assertThat(unasked).isInstanceOfSatisfying(Answer.Refused.class, refused -> {
                    assertThat(refused.why()).isEqualTo(Refusal.INCOMPLETE);
                    assertThat(refused.issues()).extracting(Issue::path).isEqualTo(List.of(OTHER));
                });
                after.line().achieves(op -> new RoomOperation.Confirm(op, room, OTHER, 2L));
                after.line().achieves(op -> new RoomOperation.Submit(op, room, hash));
            }
        }
    }

    /** What waits for the applicant's word after this field was written. */
    private static List<FieldPath> unconfirmed(KioskPage kiosk, FieldPath written) {
        return kiosk.line()
                .await(
                        RoomHappened.class,
                        told -> told.event() instanceof RoomEvent.FieldSet set
                                && set.path().equals(written)
                                && told.by().role() == Role.CLERK)
                .unconfirmed();
    }
}
