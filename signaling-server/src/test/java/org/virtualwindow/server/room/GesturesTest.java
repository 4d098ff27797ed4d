package org.virtualwindow.server.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.virtualwindow.server.room.OpenRooms.APPLICANT;
import static org.virtualwindow.server.room.OpenRooms.CLERK;
import static org.virtualwindow.server.room.OpenRooms.NOON;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.virtualwindow.protocol.CloseCode;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomSignal;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.values.Author;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.FieldValue;
import org.virtualwindow.protocol.values.Role;
import org.virtualwindow.protocol.values.Source;
import org.virtualwindow.server.connection.Arrival;
import org.virtualwindow.server.connection.Peer;
import org.virtualwindow.server.form.Catalog;

/** Two values for one box, and who sits at the kiosk changes before one of them is chosen. */
class GesturesTest {
    private static final RoomId ROOM = new RoomId("room");
    private static final FieldPath NAME = new FieldPath("/tradeName");
    private static final Author HELPER = new Author(Role.HELPER, "h1", "陈敏");
    private static final Speaker KIOSK = new Speaker.AtKiosk(new Deaf());

    private final RoomState room = OpenRooms.talking(Catalog.load()
            .find(new ServiceItemId("ENT_NAME"), new CentreId("330503"))
            .orElseThrow());
    private final Gestures gestures = new Gestures(ROOM, new Company(), new FieldLocks());

    @Test
    void whatOneAtTheKioskLeftToChooseTheNextOneChooses() {
        shows(APPLICANT, new RoomSignal.Choosing(ROOM, NAME, true));
        RoomEvent set = new RoomEvent.FieldSet(NAME, new FieldValue("云帆"), 1L, Source.TYPED, Optional.empty());
        gestures.follow(room, CLERK, set);
        assertThat(gestures.now().choosersFor(Role.CLERK))
                .as("the clerk's is not theirs")
                .hasSize(1);
        gestures.follow(room, HELPER, set);
        assertThat(gestures.now().choosersFor(Role.CLERK)).isEmpty();
    }

    @Test
    void atTheKioskOneChoosesAtATime() {
        shows(APPLICANT, new RoomSignal.Choosing(ROOM, NAME, true));
        shows(HELPER, new RoomSignal.Choosing(ROOM, NAME, true));
        assertThat(gestures.now().choosersFor(Role.CLERK)).hasSize(1);
        shows(HELPER, new RoomSignal.Choosing(ROOM, NAME, false));
        assertThat(gestures.now().choosersFor(Role.CLERK)).isEmpty();
    }

    @Test
    void whatThePageAtTheKioskKnewIsGoneWithItWhoeverSitsThere() {
        shows(APPLICANT, new RoomSignal.Choosing(ROOM, NAME, true));
        gestures.end(room, KIOSK, HELPER);
        assertThat(gestures.now().choosersFor(Role.CLERK)).isEmpty();
    }

    private void shows(Author by, RoomSignal signal) {
        gestures.make(room, KIOSK, by, signal, NOON);
    }

    private static final class Deaf implements Peer {
        @Override
        public void send(Object message) {}

        @Override
        public void close(CloseCode code) {}

        @Override
        public Arrival arrival() {
            return new Arrival("page", 0, 0);
        }
    }
}
