package org.virtualwindow.server.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.protocol.Blob;
import org.virtualwindow.protocol.ServiceItem.Capture;
import org.virtualwindow.protocol.ServiceItem.Material;
import org.virtualwindow.protocol.ServiceItem.MaterialForm;
import org.virtualwindow.protocol.ids.BlobId;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.values.LocalText;
import org.virtualwindow.server.demo.DemoCities;
import org.virtualwindow.server.identity.PhoneLinks;
import org.virtualwindow.server.identity.Visitor.KioskVisitor;
import org.virtualwindow.server.postgres.Sql;
import org.virtualwindow.server.postgres.WithPostgres;

/** A phone's page between being stored and waiting at the kiosk, with the phone taking it back in between. */
@ExtendWith(WithPostgres.class)
class FromPhonesIT {
    private static final RoomId ROOM = new RoomId("r1");
    private static final LocalText NAME = new LocalText("证件", "Papers");

    @TempDir
    static Path people = Path.of("");

    @TempDir
    Path folder = Path.of("");

    private final Sql sql;
    private final Pictures pictures = new Pictures();
    private final InstantSource clock = () -> Instant.parse("2026-03-04T02:00:00Z");
    private final PhoneLinks links = new PhoneLinks(clock);
    private final RoomOfPhones room = new RoomOfPhones();
    private final PhoneLinks.Link link = link();

    FromPhonesIT(Sql sql) {
        this.sql = sql;
        DemoCities.load(sql, people);
    }

    private PhoneLinks.Link link() {
        List<PhoneLinks.Link> ended = new ArrayList<>();
        KioskVisitor kiosk = new KioskVisitor(new KioskId("310117-K1"), new CentreId("310117"), "b");
        Material material = new Material(
                "PAPERS", NAME, Optional.empty(), MaterialForm.COPY, Capture.UPLOAD, 1, Optional.empty(), false);
        links.listen(ended::add);
        links.offer(ROOM, kiosk, material, NAME);
        links.offer(ROOM, kiosk, material, NAME);
        return ended.getFirst();
    }

    @BeforeEach
    void aMatter() {
        sql.update("delete from upload");
        sql.update("delete from blob");
        sql.update("delete from room");
        sql.update("delete from stream where id = 'r1'");
        sql.update("insert into stream (id, fence, key_id) values ('r1', 0, 1)");
        sql.update("""
            insert into room (id, item, kiosk, browser_start, near_centre, owner_centre, state, opened_at)
            values ('r1', 'ENT_NAME', '310117-K1', 'b', '310117', '330503', 'OPEN', 0)
            """);
    }

    @AfterEach
    void stop() {
        pictures.close();
    }

    /** The room, which answers when the test lets it. */
    private static final class RoomOfPhones implements Arrivals {
        final List<String> heard = new ArrayList<>();
        final CountDownLatch asked = new CountDownLatch(1);
        final CountDownLatch answers = new CountDownLatch(1);
        boolean onDisk = true;

        @Override
        public boolean wants(RoomId room, String material) {
            return true;
        }

        @Override
        public Arrival came(PhoneLinks.Link from, Blob page) {
            heard.add("came");
            asked.countDown();
            try {
                answers.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return Arrival.WAITS;
        }

        @Override
        public boolean tookBack(RoomId from, BlobId page) {
            heard.add("tookBack");
            return onDisk;
        }
    }

    private record Stored(FromPhones phones, Uploads uploads, Upload upload, Blob page) {}

    private Stored stored() throws NotTaken, IOException {
        Path key = folder.resolve("blobs.key");
        Blobs blobs = new Blobs(new FileBlobStore(folder.resolve("blobs"), key), sql, clock);
        Uploads uploads = new Uploads(
                new UploadRows(sql, clock), new FileBlobStore(folder.resolve("uploads"), key), blobs, pictures);
        byte[] photo = Sheets.photo();
        String id = uploads.begin(
                new Uploads.Wanted(ROOM, Optional.empty(), "image/jpeg", photo.length, Optional.empty()),
                new Caller.Phone(link).name());
        Upload upload = uploads.append(id, 0, new ByteArrayInputStream(photo), Optional.empty());
        Blob page = blobs.find(upload.blob().orElseThrow()).orElseThrow().blob();
        return new Stored(new FromPhones(links, room, uploads), uploads, upload, page);
    }

    @Test
    void whatIsTakenBackBeforeTheRoomHearsOfItNeverWaitsThere() throws Exception {
        Stored here = stored();
        // as the phone knew it, which sent the last piece and did not wait for the answer
        Upload before = here.uploads().find(here.upload().id()).orElseThrow();
        here.phones().takesBack(before);
        assertThatThrownBy(() -> here.phones().came(link, here.upload(), here.page()))
                .isInstanceOfSatisfying(
                        NotTaken.class, no -> assertThat(no.why()).isEqualTo(Refused.UNKNOWN));
        assertThat(room.heard).containsExactly("tookBack");
    }

    @Test
    void whatIsTakenBackWhileTheRoomHearsOfItIsTakenBackAfterwards() throws Exception {
        Stored here = stored();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> came = threads.submit(() -> {
                here.phones().came(link, here.upload(), here.page());
                return "came";
            });
            room.asked.await();
            Future<?> back = threads.submit(() -> {
                here.phones().takesBack(here.upload());
                return "back";
            });
            assertThat(back.isDone()).isFalse();
            room.answers.countDown();
            came.get();
            back.get();
        }
        assertThat(room.heard).containsExactly("came", "tookBack");
        assertThat(here.uploads().find(here.upload().id())).isEmpty();
    }

    @Test
    void takingBackIsSaidAgainWhereItDidNotReachTheDisk() throws Exception {
        Stored here = stored();
        room.onDisk = false;
        assertThatThrownBy(() -> here.phones().takesBack(here.upload()))
                .isInstanceOfSatisfying(
                        NotTaken.class, no -> assertThat(no.why()).isEqualTo(Refused.OVERLOADED));
        room.onDisk = true;
        here.phones().takesBack(here.upload());
        assertThat(here.uploads().find(here.upload().id())).isEmpty();
    }
}
