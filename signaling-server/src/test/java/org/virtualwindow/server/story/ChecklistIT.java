package org.virtualwindow.server.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.virtualwindow.server.story.Line.refusal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.protocol.Answer;
import org.virtualwindow.protocol.Blob;
import org.virtualwindow.protocol.DeviceResult;
import org.virtualwindow.protocol.DeviceTask;
import org.virtualwindow.protocol.FromKiosk;
import org.virtualwindow.protocol.NotUnderstood;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomMessage.DevicesShown;
import org.virtualwindow.protocol.RoomMessage.MaterialView;
import org.virtualwindow.protocol.RoomMessage.RoomHappened;
import org.virtualwindow.protocol.RoomMessage.RoomSnapshot;
import org.virtualwindow.protocol.RoomOperation;
import org.virtualwindow.protocol.ids.BlobId;
import org.virtualwindow.protocol.ids.CommandId;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.values.Capability;
import org.virtualwindow.protocol.values.ChatText;
import org.virtualwindow.protocol.values.GrantScope;
import org.virtualwindow.protocol.values.MaterialWord;
import org.virtualwindow.protocol.values.PageFlaw;
import org.virtualwindow.protocol.values.PageRegion;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.server.blob.Sheets;

/** The clerk of the call judges what the applicant's matter needs, and nobody else; what was drawn outlives a restart. */
class ChecklistIT {
    private static final String PAPERS = "INVESTOR_PAPERS";
    private static final PageRegion CIRCLE = new PageRegion(PageRegion.Shape.CIRCLE, 0.2, 0.3, 0.6, 0.5);

    @TempDir
    static Path folder = Path.of("");

    private final Town town = new Town(folder);
    private int commands;

    @AfterEach
    void stop() {
        town.close();
    }

    @Test
    void aRejectedPageIsSeenWithItsDrawingAlsoAfterARestartAndAnotherComesInItsPlace() {
        RoomId room;
        BlobId page;
        KioskPage before;
        Console clerkBefore;
        try (Console clerk = town.console("shen.jianhua");
                KioskPage kiosk = town.kiosk(Town.ENTRANCE)) {
            room = kiosk.talksWith(clerk);
            page = captures(clerk, kiosk, room, PAPERS);
            RoomHappened assigned =
                    clerk.line().await(RoomHappened.class, each -> each.event() instanceof RoomEvent.PagesAssigned);
            assertThat(((RoomEvent.PagesAssigned) assigned.event()).material()).isEqualTo(PAPERS);
            clerk.line().achieves(op -> rejects(op, room, page, Optional.of(new ChatText("灯不要正对着纸")), CIRCLE));
            RoomHappened seen =
                    kiosk.line().await(RoomHappened.class, each -> each.event() instanceof RoomEvent.PageRejected);
            assertThat(((RoomEvent.PageRejected) seen.event()).regions()).containsExactly(CIRCLE);

            BlobId again = captures(clerk, kiosk, room, PAPERS);
            assertThat(refusal(clerk.line().does(op -> judges(op, room, MaterialWord.PASSED, page))))
                    .as("of the page that was replaced")
                    .isEqualTo(Refusal.STALE);
            clerk.line().achieves(op -> judges(op, room, MaterialWord.PASSED, again));
            clerk.line().achieves(op -> rejects(op, room, again, Optional.empty(), CIRCLE));
            before = kiosk;
            clerkBefore = clerk;
        }
        town.restart();
        try (KioskPage kiosk = town.kiosk(before.cookie(), before.page());
                Console clerk = town.console(clerkBefore.cookie(), clerkBefore.page())) {
            for (Line<?> line : List.of(kiosk.line(), clerk.line())) {
                MaterialView view =
                        line.await(RoomSnapshot.class).materials().orElseThrow().getFirst();
                assertThat(view.pages()).hasSize(1);
                assertThat(view.pages().getFirst().rejected().orElseThrow().flaw())
                        .isEqualTo(PageFlaw.GLARE);
            }
        }
    }

    @Test
    void onlyTheClerkOfTheCallJudgesAndOnlyWhatIsThere() {
        try (Console clerk = town.console("shen.jianhua");
                Console other = town.console("lu.xiaoyan");
                KioskPage kiosk = town.kiosk(Town.ENTRANCE)) {
            RoomId room = kiosk.talksWith(clerk);
            BlobId page = captures(clerk, kiosk, room, PAPERS);
            assertThat(refusal(other.line().does(op -> judges(op, room, MaterialWord.PASSED, page))))
                    .isEqualTo(Refusal.NO_ROOM);
            kiosk.line().say(judges(Line.op(), room, MaterialWord.PASSED, page));
            kiosk.line().await(NotUnderstood.class);

            assertThat(refusal(clerk.line()
                            .does(op -> rejects(op, room, new BlobId("invented"), Optional.empty(), CIRCLE))))
                    .isEqualTo(Refusal.UNKNOWN);
            PageRegion beside = new PageRegion(PageRegion.Shape.CIRCLE, 0.5, 0.5, 1.2, 0.9);
            assertThat(refusal(clerk.line().does(op -> rejects(op, room, page, Optional.empty(), beside))))
                    .isEqualTo(Refusal.INVALID);
            Optional<ChatText> tooLong = Optional.of(new ChatText("长".repeat(101)));
            assertThat(refusal(clerk.line().does(op -> rejects(op, room, page, tooLong, CIRCLE))))
                    .isEqualTo(Refusal.INVALID);
            kiosk.line().achieves(op -> new RoomOperation.EndGrant(op, room, GrantScope.SEE_FORM));
            clerk.line()
                    .awaitLatest(
                            RoomSnapshot.class, snapshot -> snapshot.materials().isEmpty());
            assertThat(refusal(clerk.line().does(op -> judges(op, room, MaterialWord.PASSED, page))))
                    .isEqualTo(Refusal.NEEDS_GRANT);
        }
    }

    @Test
    void whatIsOpenIsNamedByTheFilingAndNothingIsJudgedAfterIt() {
        try (Console clerk = town.console("shen.jianhua");
                KioskPage kiosk = town.kiosk(Town.ENTRANCE)) {
            RoomId room = kiosk.talksWith(clerk);
            BlobId page = captures(clerk, kiosk, room, PAPERS);
            clerk.line().achieves(op -> judges(op, room, MaterialWord.PASSED, page));
            kiosk.fillsIn(room);
            kiosk.files(room);
            for (Line<?> line : List.of(kiosk.line(), clerk.line())) {
                RoomHappened filed =
                        line.await(RoomHappened.class, each -> each.event() instanceof RoomEvent.Submitted);
                assertThat(((RoomEvent.Submitted) filed.event()).open()).contains(List.of("CONTACT_ID"));
            }
            assertThat(refusal(clerk.line().does(op -> judges(op, room, MaterialWord.OPEN, page))))
                    .isEqualTo(Refusal.SUBMITTED);
        }
    }

    /** By the document camera, which is the page's own. */
    private BlobId captures(Console clerk, KioskPage kiosk, RoomId room, String material) {
        CommandId command = new CommandId("capture" + ++commands);
        kiosk.line().say(new FromKiosk.PageDevicesAre(List.of(Daemon.view(Capability.CAPTURE))));
        clerk.line()
                .awaitLatest(DevicesShown.class, shown -> shown.devices().contains(Daemon.view(Capability.CAPTURE)));
        Answer asked = clerk.line()
                .does(op -> new RoomOperation.Operate(
                        op, room, command, new DeviceTask.CapturePage(), Optional.of(material)));
        assertThat(asked).isInstanceOf(Answer.Accepted.class);
        kiosk.line().achieves(op -> new RoomOperation.AllowUse(op, room, command));
        Blob page = new Sender(town.origin(), kiosk.cookie()).stores(room, "image/jpeg", Sheets.photo());
        kiosk.line()
                .achieves(
                        op -> new RoomOperation.UseDone(op, room, command, new DeviceResult.PagesKept(List.of(page))));
        clerk.line()
                .await(
                        RoomHappened.class,
                        each -> each.event() instanceof RoomEvent.UseEnded ended
                                && ended.command().equals(command));
        return page.blob();
    }

    private static RoomOperation.JudgeMaterial judges(OpId op, RoomId room, MaterialWord word, BlobId page) {
        return new RoomOperation.JudgeMaterial(op, room, PAPERS, word, List.of(page));
    }

    private static RoomOperation.RejectPage rejects(
            OpId op, RoomId room, BlobId page, Optional<ChatText> text, PageRegion region) {
        return new RoomOperation.RejectPage(op, room, PAPERS, page, List.of(region), PageFlaw.GLARE, text);
    }
}
