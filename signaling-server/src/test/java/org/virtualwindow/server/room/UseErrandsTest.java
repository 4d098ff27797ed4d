package org.virtualwindow.server.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.virtualwindow.server.room.OpenRooms.APPLICANT;
import static org.virtualwindow.server.room.OpenRooms.CLERK;
import static org.virtualwindow.server.room.OpenRooms.NOON;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.virtualwindow.protocol.Blob;
import org.virtualwindow.protocol.DeviceTask;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomEvent.UseEnd;
import org.virtualwindow.protocol.ids.BlobId;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.CommandId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.values.Author;
import org.virtualwindow.server.form.Catalog;

/** What the devices are told again after a crash came between the disk and the telling. */
class UseErrandsTest {
    private static final RoomId ROOM = new RoomId("r1");
    private static final CommandId STOPPED = new CommandId("stopped");
    private static final CommandId DONE = new CommandId("done");
    private static final CommandId ASKED = new CommandId("asked");
    private static final CommandId RUNS = new CommandId("runs");
    private static final DeviceTask SCAN =
            new DeviceTask.ScanPages(DeviceTask.ScanSource.FEEDER, 300L, DeviceTask.ScanMode.COLOUR, 2L);
    private static final Blob PAGE = new Blob(new BlobId("b1"), "image/jpeg", 7L, "0".repeat(64));

    private final Told told = new Told();
    private final UseErrands errands = new UseErrands(told);
    private RoomState room = OpenRooms.talking(Catalog.load()
            .find(new ServiceItemId("ENT_NAME"), new CentreId("330503"))
            .orElseThrow());
    private long seq = 1;

    @Test
    void whatIsOverIsSaidAgainSoThatItsPagesDoNotOutliveACrash() {
        runs(STOPPED);
        happens(APPLICANT, new RoomEvent.UseEnded(STOPPED, UseEnd.CANCELLED));
        runs(DONE);
        happens(APPLICANT, new RoomEvent.PagesTaken(DONE, List.of(PAGE)));
        happens(APPLICANT, new RoomEvent.UseEnded(DONE, UseEnd.DONE));
        runs(RUNS);
        happens(CLERK, new RoomEvent.UseAsked(ASKED, SCAN));

        errands.again(ROOM, room);

        assertThat(told.begun).containsExactly(RUNS);
        assertThat(told.over).containsExactly(new Over(STOPPED, List.of()), new Over(DONE, List.of(PAGE)));
    }

    private void runs(CommandId command) {
        happens(CLERK, new RoomEvent.UseAsked(command, SCAN));
        happens(APPLICANT, new RoomEvent.UseAllowed(command));
    }

    private void happens(Author by, RoomEvent event) {
        room = room.apply(++seq, NOON, by, event);
    }

    private record Over(CommandId command, List<Blob> pages) {}

    private static final class Told implements KioskDevices {
        private final List<CommandId> begun = new ArrayList<>();
        private final List<Over> over = new ArrayList<>();

        @Override
        public AtKiosk at(KioskId kiosk) {
            return AtKiosk.NOTHING;
        }

        @Override
        public void begins(KioskId kiosk, Command command) {
            begun.add(command.id());
        }

        @Override
        public void isOver(KioskId kiosk, RoomId room, CommandId command, Ended ended) {
            over.add(new Over(command, ended.pages()));
            assertThat(ended.cancelled())
                    .as("whoever does not know it is told when it says how far it is")
                    .isFalse();
        }
    }
}
