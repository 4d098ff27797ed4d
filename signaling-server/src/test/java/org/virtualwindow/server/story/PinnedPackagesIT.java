package org.virtualwindow.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.protocol.Answer;
import org.virtualwindow.protocol.FromKiosk;
import org.virtualwindow.protocol.RoomMessage.RoomSnapshot;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.json.WireCodec;
import org.virtualwindow.server.config.MediaSettings;
import org.virtualwindow.server.form.Items;

/** What a centre asks for changes while somebody fills in the form. */
class PinnedPackagesIT {
    private static final ServiceItemId BORROW = new ServiceItemId("BORROW_BOOKS");

    @TempDir
    private Path data;

    @TempDir
    private Path items;

    private Town town;

    @BeforeEach
    void open() throws IOException {
        Items.smallItem(items);
        town = new Town(data, MediaSettings.USUAL, Optional.of(items));
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void aRoomGoesOnWithThePackageItWasOpenedWith() throws Exception {
        KioskPage kiosk = town.kiosk(Town.ENTRANCE);
        assertThat(open(kiosk)).isInstanceOf(Answer.Accepted.class);
        RoomSnapshot before = kiosk.line().await(RoomSnapshot.class);
        kiosk.writes(before.room(), "/books", "3", 0);

        change(
                "version: 1",
                "version: 2",
                "/books: { kind: WHOLE",
                "/weeks: { kind: WHOLE",
                "/books, /asks",
                "/weeks, /asks",
                "[v, /books]",
                "[v, /weeks]");
        town.restart();

        KioskPage again = town.kiosk(kiosk.cookie(), kiosk.page());
        RoomSnapshot after = again.line().await(RoomSnapshot.class);
        assertThat(after.itemHash()).isEqualTo(before.itemHash()).isPresent();
        assertThat(KioskPage.field(after, "/books").value().text()).isEqualTo("3");
        assertThat(fetched(kiosk, after.itemHash()).fields())
                .extracting(f -> f.path().value())
                .contains("/books");
        assertThat(fetched(kiosk, Optional.empty()).version()).isEqualTo(2);
        assertThat(again.writes(after.room(), "/name", "王芳", 0)).isInstanceOf(Answer.Accepted.class);

        KioskPage other = town.kiosk(Town.AREA);
        open(other);
        RoomId newer = other.line().await(RoomSnapshot.class).room();
        assertThat(other.writes(newer, "/books", "3", 0)).isInstanceOf(Answer.Refused.class);
        assertThat(other.writes(newer, "/weeks", "3", 0)).isInstanceOf(Answer.Accepted.class);
    }

    @Test
    void aPackageIsFetchedOnlyWhereItIsOrWasInForce() throws Exception {
        KioskPage kiosk = town.kiosk(Town.ENTRANCE);
        open(kiosk);
        String hash = kiosk.line().await(RoomSnapshot.class).itemHash().orElseThrow();

        assertThat(get(kiosk, "/api/items/BORROW_BOOKS?owner=330503&hash=" + hash)
                        .statusCode())
                .isEqualTo(200);
        assertThat(get(kiosk, "/api/items/BORROW_BOOKS?owner=320114&hash=" + hash)
                        .statusCode())
                .isEqualTo(404);
        assertThat(get(kiosk, "/api/items/ENT_NAME?owner=330503&hash=" + hash).statusCode())
                .isEqualTo(404);
        assertThat(get(kiosk, "/api/items/BORROW_BOOKS?owner=330503&hash=nothing")
                        .statusCode())
                .isEqualTo(404);
    }

    private static Answer open(KioskPage kiosk) {
        return kiosk.line().does(op -> new FromKiosk.OpenRoom(op, BORROW, KioskPage.NANXUN, List.of("WHO_SEES")));
    }

    private void change(String... pairs) throws IOException {
        Path file = items.resolve("BORROW_BOOKS/item.yaml");
        String text = Files.readString(file);
        for (int i = 0; i < pairs.length; i += 2) {
            assertThat(text).contains(pairs[i]);
            text = text.replace(pairs[i], pairs[i + 1]);
        }
        Files.writeString(file, text);
    }

    private ServiceItem fetched(KioskPage kiosk, Optional<String> hash) throws Exception {
        HttpResponse<byte[]> response = get(
                kiosk,
                "/api/items/BORROW_BOOKS?owner=330503"
                        + hash.map(each -> "&hash=" + each).orElse(""));
        return WireCodec.read(response.body(), ServiceItem.class);
    }

    private HttpResponse<byte[]> get(KioskPage kiosk, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(town.origin() + path))
                                .header("Cookie", kiosk.cookie())
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
    }
}
