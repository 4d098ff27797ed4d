package org.virtualwindow.server.hall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.virtualwindow.protocol.ToHall.WaitingCount;
import org.virtualwindow.protocol.ids.CallId;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.server.call.CallState;
import org.virtualwindow.server.desk.Call;

/** What a board is told that was not open when people began to wait. */
class WaitingHistoryTest {
    private static final Instant BEGIN = Instant.parse("2026-03-04T02:00:00Z");
    private static final CentreId NANXUN = new CentreId("330503");
    private static final CentreId SONGJIANG = new CentreId("310117");
    private static final CentreId YUHUATAI = new CentreId("320114");

    private final WaitingHistory history = new WaitingHistory(BEGIN);

    @Test
    void aCallIsCountedWhereItComesFromAndWhereItGoesAndNowhereElse() {
        history.note(minute(1), List.of(call(SONGJIANG, NANXUN), call(NANXUN, NANXUN)));

        assertThat(history.of(NANXUN)).containsExactly(waiting(0, 0), waiting(1, 2));
        assertThat(history.of(SONGJIANG)).containsExactly(waiting(0, 0), waiting(1, 1));
        assertThat(history.of(YUHUATAI)).containsExactly(waiting(0, 0));
    }

    @Test
    void onlyChangesAreKept() {
        history.note(minute(1), List.of(call(SONGJIANG, NANXUN)));
        history.note(minute(2), List.of(call(SONGJIANG, NANXUN)));
        history.note(minute(3), List.of());

        assertThat(history.of(NANXUN)).containsExactly(waiting(0, 0), waiting(1, 1), waiting(3, 0));
    }

    @Test
    void whatWasTrueWhenTheHourBeganStaysAndWhatIsOlderGoes() {
        history.note(minute(1), List.of(call(SONGJIANG, NANXUN)));
        history.note(minute(20), List.of());
        history.note(minute(30), List.of(call(SONGJIANG, NANXUN)));

        history.note(minute(85), List.of());

        assertThat(history.of(NANXUN)).containsExactly(waiting(20, 0), waiting(30, 1), waiting(85, 0));
    }

    private static Instant minute(int minutes) {
        return BEGIN.plusSeconds(60L * minutes);
    }

    private static WaitingCount waiting(int minute, long count) {
        return new WaitingCount(minute(minute), count);
    }

    private static Call call(CentreId near, CentreId owner) {
        return new Call(
                new CallId("c"),
                new RoomId("r"),
                new KioskId("k"),
                new ServiceItemId("ENT_NAME"),
                near,
                owner,
                false,
                new CallState.Waiting(new CallState.Place(BEGIN, false)));
    }
}
