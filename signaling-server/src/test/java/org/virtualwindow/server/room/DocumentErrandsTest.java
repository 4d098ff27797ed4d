package org.virtualwindow.server.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.virtualwindow.protocol.Blob;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.ids.BlobId;
import org.virtualwindow.protocol.ids.CaseNo;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.values.Author;
import org.virtualwindow.protocol.values.Role;
import org.virtualwindow.server.form.Catalog;

/** A receipt is asked for until there is one. */
class DocumentErrandsTest {
    private static final RoomId ROOM = new RoomId("r1");
    private static final Author SYSTEM = new Author(Role.SYSTEM, "room", "");

    private final List<RoomId> asked = new ArrayList<>();
    private final DocumentErrands errands = new DocumentErrands(asked::add);

    @Test
    void aReceiptIsAskedForFromTheFilingOnUntilItIsMade() {
        RoomState open = OpenRooms.open(
                Catalog.load()
                        .find(new ServiceItemId("ENT_NAME"), new CentreId("330503"))
                        .orElseThrow(),
                Optional.empty());
        errands.again(ROOM, open);
        assertThat(asked).as("nothing is filed").isEmpty();

        RoomState filed = after(open, new RoomEvent.Submitted(new CaseNo("CASE-1"), "hash", Optional.of("secret")));
        errands.changed(ROOM, open, filed);
        assertThat(asked).containsExactly(ROOM);
        errands.changed(ROOM, filed, filed);
        assertThat(asked).as("it is on its way").hasSize(1);
        errands.again(ROOM, filed);
        assertThat(asked).as("a crash came between").hasSize(2);

        Blob receipt = new Blob(new BlobId("b1"), "application/pdf", 77_000L, "0".repeat(64));
        errands.again(ROOM, after(filed, new RoomEvent.DocumentMade(receipt)));
        errands.again(ROOM, after(filed, new RoomEvent.RoomEnded(RoomEvent.RoomEnd.LEFT, Optional.empty())));
        assertThat(asked).hasSize(2);
    }

    private static RoomState after(RoomState room, RoomEvent event) {
        return room.apply(99, Instant.EPOCH, SYSTEM, event);
    }
}
