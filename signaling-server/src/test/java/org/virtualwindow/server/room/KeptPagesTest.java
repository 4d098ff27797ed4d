package org.virtualwindow.server.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.virtualwindow.server.room.OpenRooms.APPLICANT;
import static org.virtualwindow.server.room.OpenRooms.CLERK;
import static org.virtualwindow.server.room.OpenRooms.NOON;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.virtualwindow.protocol.Blob;
import org.virtualwindow.protocol.DeviceResult;
import org.virtualwindow.protocol.DeviceTask;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.SignedResult;
import org.virtualwindow.protocol.ids.BlobId;
import org.virtualwindow.protocol.ids.CaseNo;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.CommandId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.values.Author;
import org.virtualwindow.protocol.values.PageFlaw;
import org.virtualwindow.server.form.Catalog;
import org.virtualwindow.server.room.RoomUses.Verdict;

/** What of the stored pages of a matter stays once it is over, and that nothing goes before. */
class KeptPagesTest {
    private static final String PAPERS = "INVESTOR_PAPERS";
    private static final CommandId SCAN = new CommandId("scan");
    private static final RoomEvent FILED =
            new RoomEvent.Submitted(new CaseNo("33050326030401000011"), "f", Optional.empty(), Optional.empty());

    private RoomState room = OpenRooms.talking(Catalog.load()
            .find(new ServiceItemId("ENT_NAME"), new CentreId("330503"))
            .orElseThrow());
    private long seq = 1;

    @Test
    void whateverCameOfAUseOrOfAMaterialStaysWithWhatItReplacedAndSoDoesTheReceipt() {
        scans();
        ends("a", "b");
        happen(CLERK, new RoomEvent.PageRejected(PAPERS, new BlobId("a"), List.of(), PageFlaw.GLARE, Optional.empty()));
        happen(APPLICANT, new RoomEvent.PageSent(PAPERS, blob("phone")));
        happen(APPLICANT, new RoomEvent.PagesAssigned(PAPERS, List.of(blob("phone"))));
        happen(
                CLERK,
                new RoomEvent.PageRejected(PAPERS, new BlobId("phone"), List.of(), PageFlaw.GLARE, Optional.empty()));
        happen(APPLICANT, new RoomEvent.PageSent(PAPERS, blob("again")));
        happen(APPLICANT, new RoomEvent.PagesAssigned(PAPERS, List.of(blob("again"))));
        happen(APPLICANT, new RoomEvent.PageSent(PAPERS, blob("dropped")));
        happen(APPLICANT, FILED);
        happen(APPLICANT, new RoomEvent.DocumentMade(blob("receipt")));
        leaves();
        assertThat(kept()).containsExactlyInAnyOrder("a", "b", "phone", "again", "receipt");
    }

    /** Stored, and its daemon was told so; the result that names it is still on its way. */
    @Test
    void aPageThatIsStoredAndNotYetHandedOverIsNotJudgedBeforeTheMatterIsOver() {
        scans();
        assertThat(KeptPages.of(room)).isEmpty();
        happen(APPLICANT, FILED);
        assertThat(KeptPages.of(room)).as("filed, and the scan runs").isEmpty();
        ends("a");
        leaves();
        assertThat(kept()).containsExactly("a");
    }

    @Test
    void whatComesAfterTheEndIsNotTakenAndSoIsNotKept() {
        scans();
        happen(APPLICANT, FILED);
        leaves();
        assertThat(kept()).isEmpty();
        SignedResult late = new SignedResult(new KioskId("k1"), SCAN, UseErrands.nonce(room, SCAN), result("a"));
        assertThat(RoomUses.judge(room, new KioskId("k1"), late)).isEqualTo(Verdict.LATE);
    }

    private void scans() {
        DeviceTask task = new DeviceTask.ScanPages(DeviceTask.ScanSource.FEEDER, 300L, DeviceTask.ScanMode.COLOUR, 5L);
        happen(CLERK, new RoomEvent.UseAsked(SCAN, task, Optional.of(PAPERS)));
        happen(APPLICANT, new RoomEvent.UseAllowed(SCAN));
    }

    private void ends(String... pages) {
        UseRules.ended(room, SCAN, result(pages)).forEach(event -> happen(APPLICANT, event));
    }

    private void leaves() {
        SeatRules.everybodyLeaves(room, RoomEvent.RoomEnd.LEFT).forEach(event -> happen(APPLICANT, event));
    }

    private List<String> kept() {
        return KeptPages.of(room).orElseThrow().stream().map(BlobId::value).toList();
    }

    private static DeviceResult result(String... pages) {
        return new DeviceResult.PagesKept(
                Arrays.stream(pages).map(KeptPagesTest::blob).toList());
    }

    private static Blob blob(String id) {
        return new Blob(new BlobId(id), "image/jpeg", 7L, "0".repeat(64));
    }

    private void happen(Author by, RoomEvent event) {
        room = room.apply(++seq, NOON, by, event);
    }
}
