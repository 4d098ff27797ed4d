package org.virtualwindow.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.protocol.Answer;
import org.virtualwindow.protocol.CloseCode;
import org.virtualwindow.protocol.FromHall.RevokeDeviceKey;
import org.virtualwindow.protocol.RoomMessage.RoomSnapshot;
import org.virtualwindow.protocol.ToDevice;
import org.virtualwindow.protocol.ToHall;
import org.virtualwindow.protocol.ToKiosk;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.server.identity.TestDevice;

/** What a device key opened is over when the key is, whoever sits there, and nothing else is. */
class RevokedKeyIT {
    private static final int NOT_SIGNED_IN = CloseCode.NOT_SIGNED_IN.code();

    @TempDir
    static Path folder = Path.of("");

    private final Town town = new Town(folder);

    @AfterEach
    void stop() {
        town.close();
    }

    @Test
    void aRevokedKeyEndsItsPageAndItsLaunchCodesAndTheClerkKeepsWhatWasWritten() {
        TestDevice device = town.daemon(Town.ENTRANCE);
        String cookie = town.launch(device);
        String unused = town.launchCode(device);
        String ofPerson = town.launch(Town.AREA);
        try (KioskPage kiosk = town.kiosk(cookie, "page");
                KioskPage neighbour = town.kiosk(ofPerson, "neighbour");
                Console clerk = town.console("shen.jianhua");
                Line<ToHall> board = town.board("gu.mingyuan")) {
            RoomId room = kiosk.talksWith(clerk);
            assertThat(kiosk.writes(room, "/contactName", "陆小宁", 0)).isInstanceOf(Answer.Accepted.class);
            neighbour.line().await(ToKiosk.KioskStanding.class);

            board.achieves(op -> new RevokeDeviceKey(op, Town.ENTRANCE));
            board.achieves(op -> new RevokeDeviceKey(op, Town.AREA));
            assertThat(kiosk.line().awaitClose()).isEqualTo(NOT_SIGNED_IN);
            try (Line<ToKiosk> again = new Line<>(town.origin(), "kiosk", "again", cookie, ToKiosk.class)) {
                assertThat(again.awaitClose()).isEqualTo(NOT_SIGNED_IN);
            }
            assertThat(town.status("/api/kiosk/launch", unused)).isEqualTo(401);
            neighbour.opensTheForm();

            clerk.line().close();
            try (Console back = town.console(clerk.cookie(), "back")) {
                RoomSnapshot kept = back.line()
                        .awaitLatest(RoomSnapshot.class, each -> each.room().equals(room));
                assertThat(KioskPage.field(kept, "/contactName").value().text()).isEqualTo("陆小宁");
            }
        }
    }

    @Test
    void aPersonsLaunchCodeOutlastsAKeyThatDidNotOpenIt() {
        TestDevice device = town.daemon(Town.ENTRANCE);
        try (Line<ToHall> board = town.board("gu.mingyuan");
                KioskPage kiosk = town.kiosk(Town.ENTRANCE)) {
            kiosk.line().await(ToKiosk.KioskStanding.class);
            String code = "{\"code\":\"%s\"}"
                    .formatted(town.server()
                            .launchCodes()
                            .makeLaunch(Town.ENTRANCE)
                            .code());
            board.achieves(op -> new RevokeDeviceKey(op, Town.ENTRANCE));
            kiosk.opensTheForm();
            assertThat(town.status("/api/kiosk/launch", code)).isEqualTo(204);
            assertThat(town.status("/api/kiosk/launch", town.launchCode(device)))
                    .as("the key itself opens nothing")
                    .isGreaterThanOrEqualTo(400);
        }
    }

    @Test
    void enrollingAnewEndsTheDaemonAndThePageOfTheKeyBefore() {
        TestDevice before = town.daemon(Town.ENTRANCE);
        try (KioskPage kiosk = town.kiosk(town.launch(before), "page");
                Daemon daemon = Daemon.of(town, Town.ENTRANCE, before)) {
            kiosk.line().await(ToKiosk.KioskStanding.class);
            TestDevice after = town.daemon(Town.ENTRANCE);
            assertThat(kiosk.line().awaitClose()).isEqualTo(NOT_SIGNED_IN);
            assertThat(daemon.line().awaitClose()).isEqualTo(NOT_SIGNED_IN);
            try (KioskPage anew = town.kiosk(town.launch(after), "anew")) {
                anew.opensTheForm();
            }
        }
    }

    @Test
    void aCopiedKeyEndsThePageToo() {
        TestDevice device = town.daemon(Town.ENTRANCE);
        try (KioskPage kiosk = town.kiosk(town.launch(device), "page");
                Daemon daemon = Daemon.of(town, Town.ENTRANCE, device)) {
            kiosk.line().await(ToKiosk.KioskStanding.class);
            TestDevice copy = device.another(0);
            try (Line<ToDevice> second = Daemon.line(town, copy)) {
                assertThat(second.awaitClose()).isEqualTo(CloseCode.KEY_CLONED.code());
            }
            assertThat(daemon.line().awaitClose()).isEqualTo(CloseCode.KEY_CLONED.code());
            assertThat(kiosk.line().awaitClose()).isEqualTo(NOT_SIGNED_IN);
        }
    }
}
