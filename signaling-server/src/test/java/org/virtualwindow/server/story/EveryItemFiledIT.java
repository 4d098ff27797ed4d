package org.virtualwindow.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.virtualwindow.protocol.FromKiosk;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomMessage.FiledCase;
import org.virtualwindow.protocol.RoomMessage.RoomHappened;
import org.virtualwindow.protocol.RoomMessage.RoomLeft;
import org.virtualwindow.protocol.RoomMessage.RoomSnapshot;
import org.virtualwindow.protocol.RoomOperation;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.ServiceItem.Statement;
import org.virtualwindow.protocol.ToKiosk;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.json.WireCodec;
import org.virtualwindow.protocol.values.Issue;
import org.virtualwindow.protocol.values.LocalText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** One after the other, each item of each centre is opened at a kiosk, filled in to the last field and filed. */
class EveryItemFiledIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder = Path.of("");

    private final Town town = new Town(folder);
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        http.close();
        town.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"330503", "320114", "340104"})
    void everyItemIsFiledAndSaidInBothLanguages(String owner) throws Exception {
        var centre = new CentreId(owner);
        String cookie = town.launch(Town.ENTRANCE);
        List<ToKiosk.OfferedItem> offered = offering(cookie, centre);
        assertThat(offered).hasSize(24);
        var soft = new SoftAssertions();
        Set<String> caseNumbers = new HashSet<>();
        for (ToKiosk.OfferedItem item : offered) {
            try (KioskPage kiosk = town.kiosk(cookie, Town.newPage())) {
                caseNumbers.add(isFiled(kiosk, item, centre));
            } catch (AssertionError | RuntimeException e) {
                soft.fail(item.item().value(), e);
            }
        }
        soft.assertAll();
        assertThat(caseNumbers).hasSameSizeAs(offered);
    }

    private String isFiled(KioskPage kiosk, ToKiosk.OfferedItem offered, CentreId owner) throws Exception {
        ServiceItemId id = offered.item();
        List<String> agreed = List.of("WHO_SEES", "NOT_RECORDED", "KEPT");
        kiosk.line().achieves(op -> new FromKiosk.OpenRoom(op, id, owner, agreed));
        RoomSnapshot opened = kiosk.line().await(RoomSnapshot.class);
        RoomId room = opened.room();
        assertThat(opened.item()).isEqualTo(id);
        ServiceItem item = WireCodec.read(
                fetched(
                        "/api/items/" + id + "?owner=" + owner + "&hash="
                                + opened.itemHash().orElseThrow(),
                        kiosk.cookie()),
                ServiceItem.class);
        assertThat(item.agreements()).extracting(Statement::code).containsExactlyElementsOf(agreed);
        isInBothLanguages(WireCodec.encode(offered));
        isInBothLanguages(WireCodec.encode(item));
        assertThat(opened.form().issues()).as("an empty form is not whole").isNotEmpty();

        kiosk.fillsIn(room, id, owner);
        for (Statement declaration : item.declarations()) {
            kiosk.line().achieves(op -> new RoomOperation.Declare(op, room, declaration.code(), true));
        }
        RoomHappened whole = kiosk.line()
                .awaitLatest(
                        RoomHappened.class,
                        happened -> happened.event() instanceof RoomEvent.Declared declared
                                && declared.code()
                                        .equals(item.declarations().getLast().code()));
        assertThat(whole.issues()).extracting(Issue::path, Issue::code).isEmpty();
        String hash = whole.formHash().orElseThrow();
        kiosk.line().achieves(op -> new RoomOperation.Submit(op, room, hash));
        RoomEvent.Submitted filed = (RoomEvent.Submitted) kiosk.line()
                .await(RoomHappened.class, happened -> happened.event() instanceof RoomEvent.Submitted)
                .event();
        assertThat(filed.caseNo().value()).matches(owner + "26030401\\d{5}[0-9A-Z]");
        assertThat(filed.formHash()).isEqualTo(hash);

        standsOnTheReceipt(filed, offered);
        staysFiled(kiosk, filed);
        return filed.caseNo().value();
    }

    /** What the code on the receipt leads to. */
    private void standsOnTheReceipt(RoomEvent.Submitted filed, ToKiosk.OfferedItem offered) throws Exception {
        String told = http.send(
                        HttpRequest.newBuilder(URI.create(town.origin() + "/api/progress"))
                                .header("Origin", town.origin())
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{\"secret\":\"%s\"}"
                                        .formatted(filed.progress().orElseThrow())))
                                .build(),
                        BodyHandlers.ofString())
                .body();
        JsonNode progress = JSON.readTree(told);
        assertThat(progress.path("caseNo").asString()).isEqualTo(filed.caseNo().value());
        assertThat(progress.path("item").asString()).isEqualTo(offered.item().value());
        assertThat(progress.path("state").asString()).isEqualTo("RECEIVED");
        assertThat(progress.path("formHash").asString()).isEqualTo(filed.formHash());
        assertThat(progress.path("title").path("zh").asString())
                .isEqualTo(offered.title().zh());
        assertThat(progress.path("title").path("en").asString())
                .isEqualTo(offered.title().en());
        isInBothLanguages(told);
    }

    /** A page that connects anew is told the case, and the form with all that was written. */
    private void staysFiled(KioskPage kiosk, RoomEvent.Submitted filed) {
        try (KioskPage again = town.kiosk(kiosk.cookie(), kiosk.page())) {
            RoomSnapshot snapshot = again.line().await(RoomSnapshot.class);
            FiledCase stands = snapshot.filed().orElseThrow();
            assertThat(stands.caseNo()).isEqualTo(filed.caseNo());
            assertThat(stands.formHash()).isEqualTo(filed.formHash());
            assertThat(snapshot.form().issues()).isEmpty();
            assertThat(snapshot.form().formHash()).contains(filed.formHash());
            again.line().achieves(op -> new FromKiosk.EndVisit(op, snapshot.room()));
            again.line().await(RoomLeft.class);
        }
    }

    private List<ToKiosk.OfferedItem> offering(String cookie, CentreId owner) throws IOException, InterruptedException {
        byte[] told = fetched("/api/offering", cookie);
        isInBothLanguages(new String(told, StandardCharsets.UTF_8));
        return WireCodec.read(told, ToKiosk.Offering.class).centres().stream()
                .filter(centre -> centre.centre().equals(owner))
                .flatMap(centre -> centre.items().stream())
                .toList();
    }

    private byte[] fetched(String path, String cookie) throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(URI.create(town.origin() + path))
                                .header("Cookie", cookie)
                                .build(),
                        BodyHandlers.ofByteArray())
                .body();
    }

    /** Every text in it, at any depth, stands in Chinese and in English. */
    private static void isInBothLanguages(String json) {
        List<LocalText> texts = new ArrayList<>();
        collect(JSON.readTree(json), texts);
        assertThat(texts).isNotEmpty().allSatisfy(text -> {
            assertThat(text.zh()).as("beside %s", text.en()).isNotBlank();
            assertThat(text.en()).as("beside %s", text.zh()).isNotBlank();
        });
    }

    private static void collect(JsonNode node, List<LocalText> into) {
        if (node.has("zh") || node.has("en")) {
            into.add(new LocalText(node.path("zh").asString(""), node.path("en").asString("")));
        }
        for (JsonNode child : node) {
            collect(child, into);
        }
    }
}
