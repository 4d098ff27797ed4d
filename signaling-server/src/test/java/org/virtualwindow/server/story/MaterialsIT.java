package org.virtualwindow.server.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.protocol.Answer;
import org.virtualwindow.protocol.Blob;
import org.virtualwindow.protocol.DeviceTask;
import org.virtualwindow.protocol.DeviceTask.ScanMode;
import org.virtualwindow.protocol.DeviceTask.ScanSource;
import org.virtualwindow.protocol.DeviceView;
import org.virtualwindow.protocol.FromDevice;
import org.virtualwindow.protocol.RoomOperation.AllowUse;
import org.virtualwindow.protocol.RoomOperation.Operate;
import org.virtualwindow.protocol.RoomOperation.StopUse;
import org.virtualwindow.protocol.ids.CommandId;
import org.virtualwindow.protocol.ids.DeviceId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.json.WireCodec;
import org.virtualwindow.protocol.values.Capability;
import org.virtualwindow.protocol.values.DeviceCondition;
import org.virtualwindow.server.Await;
import org.virtualwindow.server.blob.Sheets;
import org.virtualwindow.server.identity.TestDevice;

/** A page of the applicant's goes from the kiosk to the clerk, and to nobody else. */
class MaterialsIT {
    @TempDir
    static Path folder = Path.of("");

    private static final DeviceView SCANNER = new DeviceView(
            new DeviceId("s1"), "Scanner", List.of(Capability.SCAN), DeviceCondition.OK, List.of(), true);
    private static final DeviceTask GLASS = new DeviceTask.ScanPages(ScanSource.GLASS, 150L, ScanMode.COLOUR, 1L);
    private static final byte[] NOTHING = new byte[0];

    private final Town town = new Town(folder);

    @AfterEach
    void stop() {
        town.close();
    }

    @Test
    void aPageThatWasTakenAtTheKioskIsSeenByTheClerkInTheCallAndByNobodyElse() throws IOException {
        try (Console clerk = town.console("shen.jianhua");
                Console other = town.console("lu.xiaoyan");
                KioskPage kiosk = town.kiosk(Town.ENTRANCE)) {
            RoomId room = kiosk.talksWith(clerk);
            Sender page = new Sender(town.origin(), kiosk.cookie());
            byte[] photo = Sheets.photo();
            String upload = page.begun(room, "image/jpeg", photo.length);
            assertThat(page.sends(upload, photo, 0, 1000).statusCode()).isEqualTo(204);
            HttpResponse<byte[]> half = page.looks(upload);
            assertThat(half.headers().firstValue("Upload-Offset")).contains("1000");
            assertThat(half.headers().firstValue("Upload-Blob")).isEmpty();

            town.restart();
            page = new Sender(town.origin(), kiosk.cookie());
            HttpResponse<byte[]> last = page.sends(upload, photo, 1000, photo.length);
            assertThat(last.statusCode()).isEqualTo(204);
            Blob blob = Sender.blob(last);
            assertThat(Sender.blob(page.looks(upload)))
                    .as("its answer was lost")
                    .isEqualTo(blob);

            String path = "/api/blob/" + blob.blob();
            assertThat(page.gets(path).statusCode()).isEqualTo(200);
            Sender desk = new Sender(town.origin(), clerk.cookie());
            HttpResponse<byte[]> seen = desk.gets(path);
            assertThat(seen.statusCode()).isEqualTo(200);
            assertThat(seen.body()).hasSize(blob.bytes().intValue());
            assertThat(seen.headers().map())
                    .containsAllEntriesOf(Map.of(
                            "content-type", List.of("image/jpeg"),
                            "x-content-type-options", List.of("nosniff"),
                            "content-disposition", List.of("inline"),
                            "cache-control", List.of("no-store"),
                            "content-security-policy", List.of("default-src 'none'; frame-ancestors 'none'; sandbox")));
            HttpResponse<byte[]> thumb = desk.gets(path + "?size=thumb");
            assertThat(ImageIO.read(new ByteArrayInputStream(thumb.body())).getWidth())
                    .isEqualTo(320);

            for (String stranger :
                    List.of(other.cookie(), town.launch(Town.AREA), town.signInManager("gu.mingyuan"), "vw-kiosk=x")) {
                assertUnknown(new Sender(town.origin(), stranger).gets(path));
                assertUnknown(new Sender(town.origin(), stranger).gets(path + "?size=thumb"));
            }
            assertUnknown(new Sender(town.origin(), town.launch(Town.ENTRANCE)).gets(path));
            assertUnknown(page.gets("/api/blob/unknown"));
            assertUnknown(page.gets("/api/blob/../blobs.key"));
            assertUnknown(page.gets("/api/blob/%2e%2e%2fx"));
        }
    }

    @Test
    void onlyThePageOfTheKioskWhereTheRoomSitsBringsSomethingIntoIt() {
        try (KioskPage kiosk = town.kiosk(Town.ENTRANCE);
                KioskPage neighbour = town.kiosk(Town.AREA)) {
            RoomId room = kiosk.opensTheForm();
            neighbour.opensTheForm();
            Sender page = new Sender(town.origin(), kiosk.cookie());
            Sender stranger = new Sender(town.origin(), neighbour.cookie());
            byte[] scan = Sheets.scan();
            assertUnknown(stranger.begins(room, "image/png", 10));
            assertUnknown(new Sender(town.origin(), town.signInClerk("shen.jianhua")).begins(room, "image/png", 10));
            String upload = page.begun(room, "image/png", scan.length);
            assertUnknown(stranger.sends(upload, scan, 0, 100));
            assertUnknown(stranger.asks("DELETE", upload, NOTHING));
            assertThat(stranger.looks(upload).statusCode()).isEqualTo(404);

            for (String[] foreign : new String[][] {{"Origin", "https://elsewhere.example"}, {"Origin", "null"}}) {
                assertThat(page.asks("PATCH", upload, scan, foreign).statusCode())
                        .isEqualTo(403);
            }
            assertRefused(page.asks("PATCH", upload, scan, "Tus-Resumable", "0.9"), 412, "tus-version");
            assertRefused(page.asks("PATCH", upload, scan, "Upload-Offset", "0"), 415, "chunk-expected");
            assertRefused(page.sends(upload, scan, 7, 9), 409, "wrong-offset");
            assertRefused(page.begins(room, "image/svg+xml", 10), 415, "wrong-type");
            assertRefused(page.begins(room, "image/png", 0), 400, "empty");
            assertRefused(page.begins(room, "image/png", -5), 400, "empty");
            assertRefused(page.begins(room, "image/png", 21 << 20), 413, "too-large");
            assertRefused(page.asks("POST", "/api/upload", NOTHING, "Upload-Length", "10"), 404, "unknown");
            assertRefused(
                    page.asks(
                            "POST",
                            "/api/upload",
                            NOTHING,
                            "Upload-Length",
                            "ten",
                            "Upload-Metadata",
                            "room " + Sender.base64(room.value())),
                    400,
                    "unreadable");
            assertRefused(
                    page.asks("POST", "/api/upload", NOTHING, "Upload-Length", "10", "Upload-Metadata", "room %%"),
                    400,
                    "unreadable");
            assertUnknown(page.asks("PATCH", "/api/upload/%00", scan));

            byte[] html = "<script>alert(1)</script>".getBytes(UTF_8);
            String hostile = page.begun(room, "image/png", html.length);
            assertRefused(page.sends(hostile, html, 0, html.length), 415, "wrong-type");
            assertThat(page.looks(hostile).headers().firstValue("Upload-Refused"))
                    .contains("wrong-type");

            assertThat(page.asks("DELETE", upload, NOTHING).statusCode()).isEqualTo(204);
            assertThat(page.looks(upload).statusCode()).isEqualTo(404);
            HttpResponse<byte[]> options = page.asks("OPTIONS", "/api/upload", NOTHING);
            assertThat(options.headers().firstValue("Tus-Max-Size")).contains("20971520");
        }
    }

    @Test
    void aDaemonBringsWhatItIsAskedForAndNothingElse() {
        TestDevice daemon = town.daemon(Town.ENTRANCE);
        WebSocket line = town.connect(daemon);
        line.sendText(WireCodec.encode(new FromDevice.DeviceAlive("7", 0L, Optional.empty())), true)
                .join();
        line.sendText(WireCodec.encode(new FromDevice.DevicesAre(List.of(SCANNER))), true)
                .join();
        try (Console clerk = town.console("shen.jianhua");
                KioskPage kiosk = town.kiosk(Town.ENTRANCE)) {
            RoomId room = kiosk.talksWith(clerk);
            byte[] scan = Sheets.scan();
            CommandId command = new CommandId("c1");
            String metadata = "command " + Sender.base64("c1") + ",type " + Sender.base64("image/png");
            Await.await(
                    "the clerk is given the scanner",
                    () -> clerk.line().does(op -> new Operate(op, room, command, GLASS)) instanceof Answer.Accepted);
            assertRefused(begins(daemon, metadata, scan), 404, "unknown");
            kiosk.line().achieves(op -> new AllowUse(op, room, command));
            assertRefused(begins(town.daemon(Town.AREA), metadata, scan), 404, "unknown");
            String upload = begins(daemon, metadata, scan)
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();

            Sender nobody = new Sender(town.origin(), "none=1");
            String once = daemon.requesting("PATCH", upload, Town.AT.plusSeconds(60));
            HttpResponse<byte[]> last = patches(nobody, upload, scan, once);
            assertThat(last.statusCode()).isEqualTo(204);
            assertRefused(patches(nobody, upload, scan, once), 403, "foreign-origin");
            Blob blob = Sender.blob(last);
            String path = "/api/blob/" + blob.blob();
            assertThat(new Sender(town.origin(), clerk.cookie()).gets(path).statusCode())
                    .isEqualTo(200);
            assertUnknown(nobody.asks(
                    "GET", path, NOTHING, "Authorization", daemon.requesting("GET", path, Town.AT.plusSeconds(60))));
            assertThat(new Sender(town.origin(), kiosk.cookie()).looks(upload).statusCode())
                    .as("what its page may not go on with")
                    .isEqualTo(404);

            kiosk.line().achieves(op -> new StopUse(op, room, command));
            assertRefused(begins(daemon, metadata, scan), 404, "unknown");
            Await.await(
                    "what a stopped use had stored is gone",
                    () -> new Sender(town.origin(), clerk.cookie()).gets(path).statusCode() == 404);
        } finally {
            line.abort();
        }
    }

    private HttpResponse<byte[]> begins(TestDevice daemon, String metadata, byte[] file) {
        return new Sender(town.origin(), "none=1")
                .asks(
                        "POST",
                        "/api/upload",
                        NOTHING,
                        "Authorization",
                        daemon.requesting("POST", "/api/upload", Town.AT.plusSeconds(60)),
                        "Upload-Length",
                        String.valueOf(file.length),
                        "Upload-Metadata",
                        metadata);
    }

    private static HttpResponse<byte[]> patches(Sender nobody, String upload, byte[] file, String authorization) {
        return nobody.asks(
                "PATCH",
                upload,
                file,
                "Authorization",
                authorization,
                "Upload-Offset",
                "0",
                "Content-Type",
                "application/offset+octet-stream");
    }

    private static void assertUnknown(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(new String(answer.body(), UTF_8)).doesNotContain("Exception", "blobs.key");
    }

    private static void assertRefused(HttpResponse<byte[]> answer, int status, String code) {
        assertThat(new String(answer.body(), UTF_8)).isEqualTo("{\"error\":\"" + code + "\"}");
        assertThat(answer.statusCode()).isEqualTo(status);
    }
}
