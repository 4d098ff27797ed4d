package org.virtualwindow.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.protocol.Blob;
import org.virtualwindow.protocol.DeviceResult;
import org.virtualwindow.protocol.DeviceTask;
import org.virtualwindow.protocol.FromDevice;
import org.virtualwindow.protocol.FromKiosk;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomMessage.DevicesShown;
import org.virtualwindow.protocol.RoomMessage.RoomHappened;
import org.virtualwindow.protocol.RoomMessage.RoomSnapshot;
import org.virtualwindow.protocol.RoomOperation;
import org.virtualwindow.protocol.ToDevice.DoCommand;
import org.virtualwindow.protocol.ids.CommandId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.values.Capability;
import org.virtualwindow.server.postgres.Sql;

/** A filed case has its receipt, which the clerk has printed at the kiosk in the other city. */
class ReceiptIT {
    @TempDir
    static Path folder = Path.of("");

    private final Town town = new Town(folder);

    @AfterEach
    void stop() {
        town.close();
    }

    @Test
    void theReceiptIsMadeOnceItIsFiledAndTheClerkHasItPrintedWithoutBeingShownItsSecret() throws IOException {
        try (Console clerk = town.console("shen.jianhua");
                KioskPage kiosk = town.kiosk(Town.ENTRANCE);
                Daemon daemon = Daemon.enrols(town, Town.ENTRANCE)) {
            RoomId room = kiosk.talksWith(clerk);
            daemon.tells();
            clerk.line().awaitLatest(DevicesShown.class, DevicesShown::reached);
            kiosk.fillsIn(room);
            kiosk.files(room);
            RoomEvent.Submitted filed = (RoomEvent.Submitted)
                    happens(kiosk.line(), RoomEvent.Submitted.class).event();
            Blob receipt = made(clerk.line());
            assertThat(made(kiosk.line())).isEqualTo(receipt);
            assertThat(receipt.mediaType()).isEqualTo("application/pdf");

            String path = "/api/blob/" + receipt.blob();
            HttpResponse<byte[]> seen = new Sender(town.origin(), kiosk.cookie()).gets(path);
            assertThat(seen.statusCode()).isEqualTo(200);
            assertThat(text(seen.body()).replace(" ", ""))
                    .contains(filed.caseNo().value(), "湖州市南浔区", "上海市松江区");
            assertThat(new Sender(town.origin(), clerk.cookie()).gets(path).statusCode())
                    .isEqualTo(404);

            CommandId print = new CommandId("p1");
            clerk.line()
                    .achieves(op ->
                            new RoomOperation.Operate(op, room, print, new DeviceTask.PrintDocument(receipt, 1L)));
            kiosk.line().achieves(op -> new RoomOperation.AllowUse(op, room, print));
            DoCommand asked = daemon.awaitCommand(print);
            assertThat(asked.task()).isEqualTo(new DeviceTask.PrintDocument(receipt, 1L));
            daemon.ends(asked, new DeviceResult.WasPrinted());
            happens(clerk.line(), RoomEvent.UseEnded.class);
        }
    }

    @Test
    void whoeverComesBackFindsTheReceiptAndNoSecondOneIsMade() {
        try (KioskPage kiosk = town.kiosk(Town.ENTRANCE)) {
            RoomId room = fillsIn(kiosk);
            kiosk.files(room);
            Blob receipt = made(kiosk.line());

            town.restart();
            try (KioskPage again = town.kiosk(kiosk.cookie(), kiosk.page());
                    Daemon daemon = Daemon.enrols(town, Town.ENTRANCE);
                    KioskPage neighbour = town.kiosk(Town.AREA)) {
                RoomSnapshot snapshot = again.line().await(RoomSnapshot.class);
                assertThat(snapshot.uses().orElseThrow().documents()).contains(List.of(receipt));
                daemon.tells();
                daemon.line().say(new FromDevice.DevicesAre(List.of(Daemon.view(Capability.PRINT))));
                again.line()
                        .awaitLatest(
                                DevicesShown.class,
                                shown -> shown.devices().equals(List.of(Daemon.view(Capability.PRINT))));
                // Receipts are made one after the other: with the neighbour's, whatever was asked for before is done.
                neighbour.files(fillsIn(neighbour));
                made(neighbour.line());

                again.line().achieves(op -> new FromKiosk.EndVisit(op, room));
                assertThat(again.line().all(RoomHappened.class))
                        .noneMatch(each -> each.event() instanceof RoomEvent.DocumentMade);
                assertThat(receipts(room)).isEqualTo(1);
            }
        }
    }

    private static RoomId fillsIn(KioskPage kiosk) {
        RoomId room = kiosk.opensTheForm();
        kiosk.fillsIn(room);
        return room;
    }

    /** So many are stored of it. */
    private int receipts(RoomId room) {
        return new Sql(town.server().database().dataSource())
                .list(
                        "select id from blob where room = ? and made_by = 'SYSTEM:receipt'",
                        row -> row.getString("id"),
                        room.value())
                .size();
    }

    private static Blob made(Line<?> line) {
        return ((RoomEvent.DocumentMade)
                        happens(line, RoomEvent.DocumentMade.class).event())
                .document();
    }

    private static RoomHappened happens(Line<?> line, Class<? extends RoomEvent> what) {
        return line.await(RoomHappened.class, each -> what.isInstance(each.event()));
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
