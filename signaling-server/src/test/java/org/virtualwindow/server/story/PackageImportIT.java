package org.virtualwindow.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.protocol.RoomMessage.RoomSnapshot;
import org.virtualwindow.protocol.ToKiosk.Lobby;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A hall manager changes what their centre asks for, without the operator. */
class PackageImportIT {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String RENAMED = "企业名称申报";
    private static final String CHEAPER = "version: 900\ntitle: {zh: " + RENAMED
            + ", en: Name}\nvariant: {zh: 按南浔区标准办理, en: Nanxun}\nfee: {zh: 十元, en: Ten yuan}\n";

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
    void whatWasTriedAndPutInForceCountsForTheNextRoomAndAfterARestart() throws Exception {
        KioskPage kiosk = town.kiosk(Town.ENTRANCE);
        String offered = kiosk.line().await(Lobby.class).offering();
        kiosk.opensTheForm();
        String before = inForce(manager, "330503").get("hash").asString();

        JsonNode tried = tried(Map.of("item", "ENT_NAME", "variant", CHEAPER));
        assertThat(tried.get("faults")).isEmpty();
        assertThat(tried.at("/item/fee/zh").asString()).isEqualTo("十元");
        assertThat(tried.get("insteadOf").asString()).isEqualTo(before);
        assertThat(inForce(manager, "330503").get("hash").asString()).isEqualTo(before);
        assertThat(put(Map.of("item", "ENT_NAME", "variant", CHEAPER), tried)).isEqualTo(204);

        JsonNode now = inForce(manager, "330503");
        assertThat(now.get("version").asLong()).isEqualTo(900);
        assertThat(now.get("hash")).isEqualTo(tried.get("hash"));
        assertThat(now.get("by").asString()).isNotBlank();
        assertThat(tried.at("/item/title/zh").asString()).isEqualTo(RENAMED);
        kiosk.line().awaitLatest(Lobby.class, lobby -> !lobby.offering().equals(offered));
        KioskPage other = town.kiosk(Town.AREA);
        other.opensTheForm();
        town.restart();
        RoomSnapshot kept = town.kiosk(kiosk.cookie(), kiosk.page()).line().await(RoomSnapshot.class);
        assertThat(kept.itemHash()).contains(before);
        RoomSnapshot newer = town.kiosk(other.cookie(), other.page()).line().await(RoomSnapshot.class);
        assertThat(newer.itemHash()).contains(tried.get("hash").asString());
        assertThat(inForce(manager, "330503").get("version").asLong()).isEqualTo(900);
    }

    @Test
    void aFormerPackageCountsAgainUnderANewVersion() throws Exception {
        String before = inForce(manager, "330503").get("hash").asString();
        put(Map.of("item", "ENT_NAME", "variant", CHEAPER), tried(Map.of("item", "ENT_NAME", "variant", CHEAPER)));

        Map<String, String> again = Map.of("item", "ENT_NAME", "again", before);
        JsonNode tried = tried(again);
        assertThat(tried.at("/item/version").asLong()).isEqualTo(901);
        assertThat(put(again, tried)).isEqualTo(204);

        JsonNode fee = JSON.readTree(
                        get("/api/items/ENT_NAME?owner=330503", manager).body())
                .get("fee");
        assertThat(fee.get("zh").asString()).isNotEqualTo("十元");
        assertThat(inForce(manager, "330503").get("version").asLong()).isEqualTo(901);
    }

    @Test
    void aRefusedPackageLeavesTheOneInForceUntouched() throws Exception {
        String before = inForce(manager, "330503").get("hash").asString();

        assertThat(fault("version: 900\nrules: {x: {set: /nowhere, to: a}}"))
                .isEqualTo("330503.yaml /rules/x there is no field /nowhere 没有 /nowhere 这个字段");
        assertThat(fault("version: 900\ntitle: {zh: " + RENAMED
                        + ", en: Name}\nrules: {x: {set: /alternative1, to: [shout, a]}}"))
                .startsWith("330503.yaml /rules/x/to there is no operator 'shout'");
        assertThat(fault("version: 1\nfee: {zh: 十元, en: Ten yuan}")).startsWith("330503.yaml /version must be above ");
        assertThat(fault("a: [")).startsWith("330503.yaml  line ");
        Map<String, String> without =
                Map.of("item", "ENT_NAME", "variant", "version: 900\nfields: {/contactMobile: null}");
        assertThat(tried(without).get("faults").toString())
                .contains("the base requires it, so a variant cannot remove it");
        assertThat(fault("# " + "x".repeat(600 * 1024))).isEqualTo("330503.yaml  is larger than 512 kB 超过了 512 kB");
        Map<String, String> large = Map.of("item", "ENT_NAME", "variant", "x".repeat(5 * 1024 * 1024));
        HttpResponse<String> tooLarge = post("/api/hall/packages/try", JSON.writeValueAsString(large), manager);
        assertThat(tooLarge.statusCode()).isEqualTo(413);
        assertThat(tooLarge.body()).isEqualTo("{\"error\":\"too-large\"}");
        Map<String, String> unknown = Map.of("item", "NO_SUCH", "variant", "version: 2");
        assertThat(tried(unknown).at("/faults/0/reason/en").asString()).contains("no such item comes with the program");

        assertThat(inForce(manager, "330503").get("hash").asString()).isEqualTo(before);
    }

    @Test
    void whatWasNotShownIsNotPutInForce() throws Exception {
        Map<String, String> wanted = Map.of("item", "ENT_NAME", "variant", CHEAPER);
        JsonNode tried = tried(wanted);
        String other = CHEAPER.replace("十元", "百元");

        assertThat(put(Map.of("item", "ENT_NAME", "variant", other), tried)).isEqualTo(409);
        assertThat(put(wanted, tried)).isEqualTo(204);
        assertThat(put(wanted, tried)).as("it is in force already").isEqualTo(409);
    }

    @Test
    void onlyAHallManagerMayAndOnlyForTheirOwnCentre() throws Exception {
        String body = JSON.writeValueAsString(Map.of("item", "ENT_NAME", "variant", CHEAPER));
        String clerk = town.signInClerk("shen.jianhua");
        for (String cookie : new String[] {clerk, town.launch(Town.ENTRANCE), ""}) {
            assertThat(get("/api/hall/packages", cookie).statusCode()).isEqualTo(401);
            assertThat(post("/api/hall/packages/try", body, cookie).statusCode())
                    .isEqualTo(401);
            assertThat(post("/api/hall/packages/put", body, cookie).statusCode())
                    .isEqualTo(401);
        }
        String nanxun = inForce(manager, "330503").get("hash").asString();
        put(Map.of("item", "ENT_NAME", "variant", CHEAPER), tried(Map.of("item", "ENT_NAME", "variant", CHEAPER)));

        JsonNode there =
                JSON.readTree(get("/api/items/ENT_NAME?owner=320114", manager).body());
        assertThat(there.get("version").asLong()).as("another centre's").isLessThan(900);
        String songjiang = town.signInManager("gu.mingyuan");
        JsonNode foreign = JSON.readTree(post(
                        "/api/hall/packages/try",
                        JSON.writeValueAsString(Map.of("item", "ENT_NAME", "again", nanxun)),
                        songjiang)
                .body());
        assertThat(foreign.at("/faults/0/reason/en").asString()).isEqualTo("was never in force here");
    }

    private String fault(String variant) throws Exception {
        JsonNode fault = tried(Map.of("item", "ENT_NAME", "variant", variant)).at("/faults/0");
        return fault.get("file").asString() + " " + fault.get("place").asString() + " "
                + fault.at("/reason/en").asString() + " "
                + fault.at("/reason/zh").asString();
    }

    private JsonNode inForce(String cookie, String centre) throws Exception {
        for (JsonNode item : JSON.readTree(get("/api/hall/packages", cookie).body())) {
            if (item.get("item").asString().equals("ENT_NAME")) {
                return item.at("/versions/0");
            }
        }
        throw new AssertionError("no ENT_NAME at " + centre);
    }

    private JsonNode tried(Map<String, String> wanted) throws Exception {
        HttpResponse<String> response = post("/api/hall/packages/try", JSON.writeValueAsString(wanted), manager);
        assertThat(response.statusCode()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    private int put(Map<String, String> wanted, JsonNode tried) throws Exception {
        Map<String, String> body = new LinkedHashMap<>(wanted);
        body.put("hash", tried.get("hash").asString());
        body.put("insteadOf", tried.get("insteadOf").asString());
        return post("/api/hall/packages/put", JSON.writeValueAsString(body), manager)
                .statusCode();
    }

    private HttpResponse<String> get(String path, String cookie) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(town.origin() + path))
                                .header("Cookie", cookie)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String body, String cookie) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(town.origin() + path))
                                .header("Cookie", cookie)
                                .header("Origin", town.origin())
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
