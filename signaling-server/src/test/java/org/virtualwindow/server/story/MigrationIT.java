package org.virtualwindow.server.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.virtualwindow.server.story.Line.refusal;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.protocol.FromKiosk;
import org.virtualwindow.protocol.MigrationReport;
import org.virtualwindow.protocol.MigrationReport.LossReason;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomMessage.ItemRenewed;
import org.virtualwindow.protocol.RoomMessage.MigrationPreview;
import org.virtualwindow.protocol.RoomMessage.RoomHappened;
import org.virtualwindow.protocol.RoomMessage.RoomSnapshot;
import org.virtualwindow.protocol.RoomOperation;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.protocol.values.SignInCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A centre changes what it asks for while somebody sits over the form. */
class MigrationIT {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String STRICTER = """
        version: 900
        fields:
          /alternative1: { maxLength: 4 }
        """;

    @TempDir
    private Path folder;

    private Town town;
    private String manager;

    @BeforeEach
    void open() {
        town = new Town(folder);
        manager = town.signInManager("yao.liping");
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void theClerkProposesItTheApplicantAgreesAndNothingIsLostInSilence() throws Exception {
        KioskPage kiosk = town.kiosk(Town.ENTRANCE);
        Console clerk = town.console("shen.jianhua");
        RoomId room = kiosk.talksWith(clerk);
        kiosk.writes(room, "/tradeName", "禾泽", 0);
        kiosk.writes(room, "/alternative1", "云帆云山", 0);
        kiosk.writes(room, "/alternative1", "云帆云山云海", 1);
        kiosk.line().achieves(op -> new RoomOperation.Declare(op, room, "NAME_RISK", true));
        assertThat(refusal(kiosk.line().does(op -> new RoomOperation.PreviewMigration(op, room))))
                .as("it goes by the package in force")
                .isEqualTo(Refusal.UNKNOWN);

        String hash = putsInForce(STRICTER);
        assertThat(kiosk.line().await(ItemRenewed.class).itemHash()).isEqualTo(hash);
        assertThat(clerk.line().await(ItemRenewed.class).version()).isEqualTo(900);
        clerk.line().achieves(op -> new RoomOperation.PreviewMigration(op, room));
        MigrationReport preview = clerk.line().await(MigrationPreview.class).report();
        assertThat(preview.lost()).hasSize(1);
        assertThat(preview.lost().getFirst().why()).isEqualTo(LossReason.TOO_LONG);
        assertThat(preview.lost().getFirst().value().zh()).isEqualTo("云帆云山云海");
        assertThat(preview.toDeclare()).containsExactly("NAME_RISK");

        assertThat(refusal(clerk.line().does(op -> new RoomOperation.OfferMigration(op, room, "0123"))))
                .isEqualTo(Refusal.STALE);
        clerk.line().achieves(op -> new RoomOperation.OfferMigration(op, room, hash));
        kiosk.line().await(RoomHappened.class, told -> told.event() instanceof RoomEvent.MigrationOffered);
        kiosk.line().achieves(op -> new RoomOperation.DeclineMigration(op, room));
        clerk.line().await(RoomHappened.class, told -> told.event() instanceof RoomEvent.MigrationDeclined);

        kiosk.line().forget();
        clerk.line().forget();
        kiosk.line().achieves(op -> new RoomOperation.Migrate(op, room, hash));
        RoomSnapshot moved = kiosk.line().await(RoomSnapshot.class);
        assertThat(moved.itemHash()).contains(hash);
        assertThat(KioskPage.field(moved, "/tradeName").value().text()).isEqualTo("禾泽");
        assertThat(moved.form().fields()).doesNotContainKey("/alternative1");
        assertThat(moved.declared()).isEmpty();
        assertThat(clerk.line().await(RoomSnapshot.class).migrations()).hasSize(1);
        assertThat(refusal(kiosk.line().does(op -> new RoomOperation.Migrate(op, room, hash))))
                .as("there is nothing newer any more")
                .isEqualTo(Refusal.UNKNOWN);
        assertThat(refusal(kiosk.writes(room, "/alternative1", "云帆云山云海", 0))).isEqualTo(Refusal.INVALID);
        clerk.close();

        town.restart();
        RoomSnapshot after = town.kiosk(kiosk.cookie(), kiosk.page()).line().await(RoomSnapshot.class);
        assertThat(after.itemHash()).contains(hash);
        assertThat(after.form().fields()).isEqualTo(moved.form().fields());
        assertThat(after.form().rev()).isEqualTo(moved.form().rev());
        assertThat(after.migrations()).isEqualTo(moved.migrations());
        assertThat(after.migrations().getFirst().lost().getFirst().value().zh()).isEqualTo("云帆云山云海");
    }

    @Test
    void aHelperDoesNotAgreeForTheApplicantAndAFormThatIsFiledStaysAsItIs() throws Exception {
        KioskPage kiosk = town.kiosk(Town.ENTRANCE);
        RoomId room = kiosk.opensTheForm();
        String hash = putsInForce(STRICTER);
        kiosk.line().await(ItemRenewed.class);
        kiosk.line().achieves(op -> new FromKiosk.HelperSignIn(op, room, new SignInCode(town.helperCode())));
        assertThat(refusal(kiosk.line().does(op -> new RoomOperation.Migrate(op, room, hash))))
                .isEqualTo(Refusal.HELPER_MAY_NOT);
        kiosk.line().achieves(op -> new FromKiosk.HelperSignOut(op, room));

        kiosk.fillsIn(room);
        kiosk.line().achieves(op -> new RoomOperation.Declare(op, room, "NAME_RISK", true));
        String formHash = kiosk.line()
                .awaitLatest(RoomHappened.class, told -> told.event() instanceof RoomEvent.Declared)
                .formHash()
                .orElseThrow();
        kiosk.line().achieves(op -> new RoomOperation.Submit(op, room, formHash));
        assertThat(refusal(kiosk.line().does(op -> new RoomOperation.Migrate(op, room, hash))))
                .isEqualTo(Refusal.SUBMITTED);
    }

    private String putsInForce(String variant) throws Exception {
        Map<String, String> wanted = new HashMap<>(Map.of("item", "ENT_NAME", "variant", variant));
        JsonNode tried = JSON.readTree(post("/api/hall/packages/try", wanted).body());
        assertThat(tried.get("faults")).isEmpty();
        wanted.put("hash", tried.get("hash").asString());
        wanted.put("insteadOf", tried.get("insteadOf").asString());
        assertThat(post("/api/hall/packages/put", wanted).statusCode()).isEqualTo(204);
        return tried.get("hash").asString();
    }

    private HttpResponse<String> post(String path, Map<String, String> body) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(town.origin() + path))
                                .header("Cookie", manager)
                                .header("Origin", town.origin())
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
