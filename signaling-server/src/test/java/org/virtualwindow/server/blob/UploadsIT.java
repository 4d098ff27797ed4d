package org.virtualwindow.server.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.virtualwindow.protocol.Blob;
import org.virtualwindow.protocol.ids.CommandId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.server.blob.Uploads.Step;
import org.virtualwindow.server.config.Refusal;
import org.virtualwindow.server.demo.DemoCities;
import org.virtualwindow.server.postgres.Sql;
import org.virtualwindow.server.postgres.WithPostgres;

/** Pages on their way in, on a real disk and a real database, with the power going at any moment. */
@ExtendWith(WithPostgres.class)
class UploadsIT {
    private static final String KIOSK = "KIOSK:310117-K1";
    private static final RoomId ROOM = new RoomId("r1");
    private static final RoomId OTHER = new RoomId("r2");

    @TempDir
    static Path people = Path.of("");

    @TempDir
    Path folder = Path.of("");

    private final Sql sql;
    private final Pictures pictures = new Pictures();
    private Instant now = Instant.parse("2026-03-04T02:00:00Z");
    private final InstantSource clock = () -> now;

    UploadsIT(Sql sql) {
        this.sql = sql;
        DemoCities.load(sql, people);
    }

    @BeforeEach
    void twoMatters() {
        sql.update("delete from upload");
        sql.update("delete from blob");
        sql.update("delete from case_file");
        sql.update("delete from room");
        sql.update("delete from stream where id in ('r1', 'r2')");
        matter(ROOM, "310117-K1");
        matter(OTHER, "310117-K2");
    }

    private void matter(RoomId room, String kiosk) {
        sql.update("insert into stream (id, fence, key_id) values (?, 0, 1)", room.value());
        sql.update("""
            insert into room (id, item, kiosk, browser_start, near_centre, owner_centre, state, opened_at)
            values (?, 'ENT_NAME', ?, 'b', '310117', '330503', 'OPEN', 0)
            """, room.value(), kiosk);
    }

    @AfterEach
    void stop() {
        pictures.close();
    }

    @Test
    void whereTheKeyOfPagesIsGoneNoneIsMadeInItsPlace() throws IOException {
        Path key = folder.resolve("blobs.key");
        Files.createDirectories(folder.resolve("blobs").resolve("room"));
        assertThatThrownBy(() -> new Materials(folder, key, sql, clock))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("blob-key-file");
        assertThat(key).doesNotExist();
    }

    /** A server as it is after a start. */
    private final class Server {
        final Path key = folder.resolve("blobs.key");
        final FileBlobStore pages = new FileBlobStore(folder.resolve("blobs"), key);
        final Blobs blobs = new Blobs(pages, sql, clock);
        final Uploads uploads;

        Server(Consumer<Step> after) {
            uploads = new Uploads(
                    new UploadRows(sql, clock),
                    new FileBlobStore(folder.resolve("uploads"), key),
                    blobs,
                    pictures,
                    after);
            uploads.sweep();
        }

        Server() {
            this(step -> {});
        }

        String begins(byte[] file) throws NotTaken {
            return begins(ROOM, file, Optional.empty());
        }

        String begins(RoomId room, byte[] file, Optional<String> sha256) throws NotTaken {
            String type = PictureType.of(file).orElse(PictureType.PNG).mediaType();
            return uploads.begin(new Uploads.Wanted(room, Optional.empty(), type, file.length, sha256), KIOSK);
        }

        Upload sends(String id, byte[] file, int from, int to) throws NotTaken, IOException {
            return uploads.append(id, from, new ByteArrayInputStream(file, from, to - from), Optional.empty());
        }

        Blob stores(byte[] file) throws NotTaken, IOException {
            return blob(sends(begins(file), file, 0, file.length));
        }

        Blob blob(Upload upload) {
            return blobs.find(upload.blob().orElseThrow()).orElseThrow().blob();
        }

        byte[] bytes(Blob blob) throws IOException {
            try (InputStream in = blobs.read(blobs.find(blob.blob()).orElseThrow())) {
                return in.readAllBytes();
            }
        }
    }

    @Test
    void aPageComesInPiecesAndLiesThereWholeAndUnreadable() throws Exception {
        Server server = new Server();
        byte[] scan = Sheets.scan();
        String id = server.begins(scan);
        assertThat(server.sends(id, scan, 0, 1000).received()).isEqualTo(1000);
        assertThat(server.uploads.look(id).received()).isEqualTo(1000);
        assertThat(files("uploads")).hasSize(1);
        Blob blob = server.blob(server.sends(id, scan, 1000, scan.length));
        byte[] stored = server.bytes(blob);
        assertThat(blob.bytes()).isEqualTo(stored.length);
        assertThat(blob.sha256()).isEqualTo(Blobs.sha256(stored));
        assertThat(blob.mediaType()).isEqualTo("image/png");
        assertThat(files("uploads")).isEmpty();
        byte[] onDisk = Files.readAllBytes(files("blobs").getFirst());
        assertThat(new String(onDisk, StandardCharsets.ISO_8859_1)).doesNotContain("PNG", "IHDR", "IDAT");
    }

    @Test
    void whereAnswersAreLostADaemonBeginsTheSameUploadAgain() throws Exception {
        Server server = new Server();
        byte[] scan = Sheets.scan();
        Uploads.Wanted wanted = new Uploads.Wanted(
                ROOM, Optional.of(new CommandId("c1")), "image/png", scan.length, Optional.of(Blobs.sha256(scan)));
        String id = server.uploads.begin(wanted, "DEVICE:310117-K1");
        for (int lost = 0; lost < 20; lost++) {
            assertThat(server.uploads.begin(wanted, "DEVICE:310117-K1")).isEqualTo(id);
        }
        server.sends(id, scan, 0, scan.length);
        assertThat(server.uploads.begin(wanted, "DEVICE:310117-K1"))
                .as("the same sheet once more")
                .isNotEqualTo(id);
    }

    @Test
    void whenACommandIsOverOnlyThePagesThatCameOfItStay() throws Exception {
        Server server = new Server();
        byte[] scan = Sheets.scan();
        CommandId command = new CommandId("c1");
        Uploads.Wanted wanted =
                new Uploads.Wanted(ROOM, Optional.of(command), "image/png", scan.length, Optional.empty());
        Blob given = server.blob(server.sends(server.uploads.begin(wanted, KIOSK), scan, 0, scan.length));
        Blob more = server.blob(server.sends(server.uploads.begin(wanted, KIOSK), scan, 0, scan.length));
        String half = server.uploads.begin(wanted, KIOSK);
        server.sends(half, scan, 0, 100);
        Blob ofAnother = server.stores(scan);

        server.uploads.isOver(ROOM, command, Set.of(given.blob()));
        assertThat(server.blobs.of(ROOM)).containsExactlyInAnyOrder(given, ofAnother);
        assertThat(server.blobs.find(more.blob())).isEmpty();
        assertThat(files("blobs")).hasSize(2);
        assertThat(files("uploads")).isEmpty();
        assertThatThrownBy(() -> server.sends(half, scan, 100, scan.length)).isInstanceOf(NotTaken.class);
    }

    @Test
    void aFileThatWasChangedCutOrMovedDoesNotOpen() throws Exception {
        Server server = new Server();
        Blob blob = server.stores(Sheets.scan());
        Blob other = server.stores(Sheets.photo());
        Path file = folder.resolve("blobs/r1/" + blob.blob());
        byte[] good = Files.readAllBytes(file);
        byte[] changed = good.clone();
        changed[good.length / 2] ^= 1;
        for (byte[] bad : List.of(
                changed,
                Arrays.copyOf(good, good.length - 1),
                Arrays.copyOf(good, good.length + 1),
                Files.readAllBytes(folder.resolve("blobs/r1/" + other.blob())))) {
            Files.write(file, bad);
            assertThatThrownBy(() -> server.bytes(blob)).isInstanceOf(IOException.class);
        }
        Files.write(file, good);
        assertThat(Blobs.sha256(server.bytes(blob))).isEqualTo(blob.sha256());
    }

    /** The step after which the power goes, the first time it is reached. */
    @ParameterizedTest
    @EnumSource(Step.class)
    void whenThePowerGoesBetweenTwoStepsTheSenderGoesOnAndOneBlobComesOfIt(Step step) throws Exception {
        byte[] scan = Sheets.scan();
        AtomicInteger reached = new AtomicInteger();
        Server first = new Server(at -> {
            if (at == step && reached.incrementAndGet() == 1) {
                throw new PowerCut();
            }
        });
        String id = first.begins(scan);
        try {
            first.sends(id, scan, 0, 2000);
            first.sends(id, scan, 2000, scan.length);
        } catch (PowerCut expected) {
            // nobody heard of what came last
        }
        assertThat(reached).as("it was cut there").hasValue(1);

        Server second = new Server();
        Upload found = second.uploads.look(id);
        if (found.received() < scan.length) {
            found = second.sends(id, scan, (int) found.received(), scan.length);
        }
        assertThat(Blobs.sha256(second.bytes(second.blob(found))))
                .isEqualTo(second.blob(found).sha256());
        assertThat(second.blobs.of(ROOM)).hasSize(1);
        new Server();
        assertThat(files("blobs")).as("no bytes without a row").hasSize(1);
        assertThat(files("uploads")).isEmpty();
    }

    private static final class PowerCut extends Error {
        private static final long serialVersionUID = 1;
    }

    @Test
    void bytesWithoutARowAreSweptAwayAtTheNextStart() throws Exception {
        Server server = new Server();
        Blob kept = server.stores(Sheets.scan());
        server.pages.write(new BlobStore.Place("r1", "orphan"), new byte[10]);
        server.pages.write(new BlobStore.Place("gone", "orphan"), new byte[10]);
        new Server();
        assertThat(files("blobs")).containsExactly(folder.resolve("blobs/r1/" + kept.blob()));
    }

    @Test
    void ofTwoRequestsForOnePlaceTheFirstCountsAndTheOtherIsToldWhereItIs() throws Exception {
        Server server = new Server();
        byte[] scan = Sheets.scan();
        String id = server.begins(scan);
        server.sends(id, scan, 0, 500);
        for (int wrong : List.of(0, 499, 501, 1000, scan.length)) {
            assertThatThrownBy(() -> server.sends(id, scan, wrong, scan.length)).satisfies(is(Refused.WRONG_OFFSET));
        }
        byte[] longer = Arrays.copyOf(scan, scan.length + 1);
        assertThatThrownBy(() -> server.sends(id, longer, 500, longer.length)).satisfies(is(Refused.LONGER_THAN_SAID));
        assertThat(server.uploads.look(id).received()).isEqualTo(500);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Upload> rest = () -> server.sends(id, scan, 500, scan.length);
            int stored = 0;
            for (Future<Upload> each : threads.invokeAll(java.util.Collections.nCopies(10, rest))) {
                try {
                    each.get();
                    stored++;
                } catch (ExecutionException e) {
                    assertThat(e.getCause()).satisfies(is(Refused.WRONG_OFFSET));
                }
            }
            assertThat(stored).isEqualTo(1);
        }
        assertThat(server.blobs.of(ROOM)).hasSize(1);
    }

    @Test
    void anUploadWaitsForNoOtherWhateverItIsCalled() throws Exception {
        Uploads uploads = new Server().uploads;
        assertThat("Aa").as("of one hash").hasSameHashCodeAs("BB");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            String both = uploads.alone("Aa", () -> {
                var other = threads.submit(() -> uploads.alone("BB", () -> "both"));
                try {
                    return other.get(10, TimeUnit.SECONDS);
                } catch (InterruptedException | ExecutionException | TimeoutException e) {
                    return "one: " + e;
                }
            });
            assertThat(both).isEqualTo("both");
        }
    }

    @Test
    void aCutInTheMidstOfARequestKeepsWhatCame() throws Exception {
        Server server = new Server();
        byte[] scan = Sheets.scan();
        String id = server.begins(scan);
        InputStream cut = new InputStream() {
            private int at;

            @Override
            public int read() throws IOException {
                if (at == 700) {
                    throw new IOException("the line is gone");
                }
                return scan[at++] & 0xff;
            }
        };
        assertThatThrownBy(() -> server.uploads.append(id, 0, cut, Optional.empty()))
                .isInstanceOf(IOException.class);
        assertThat(server.uploads.look(id).received()).isEqualTo(700);
        server.sends(id, scan, 700, scan.length);
        assertThat(server.blobs.of(ROOM)).hasSize(1);
    }

    @Test
    void aChunkWithAWrongChecksumIsThrownAwayAndAPageWithAWrongHashRefused() throws Exception {
        Server server = new Server();
        byte[] scan = Sheets.scan();
        String id = server.begins(scan);
        assertThatThrownBy(
                        () -> server.uploads.append(id, 0, new ByteArrayInputStream(scan), Optional.of("0".repeat(64))))
                .satisfies(is(Refused.WRONG_CHECKSUM));
        assertThat(server.uploads.look(id).received()).isZero();
        server.uploads.append(id, 0, new ByteArrayInputStream(scan), Optional.of(Blobs.sha256(scan)));
        assertThat(server.blobs.of(ROOM)).hasSize(1);

        String wrong = server.begins(ROOM, scan, Optional.of("0".repeat(64)));
        assertThatThrownBy(() -> server.sends(wrong, scan, 0, scan.length)).satisfies(is(Refused.WRONG_HASH));
        assertThatThrownBy(() -> server.uploads.look(wrong)).satisfies(is(Refused.WRONG_HASH));
        assertThat(server.blobs.of(ROOM)).hasSize(1);
        assertThat(files("uploads")).as("nothing of it is kept").isEmpty();
    }

    @Test
    void whatIsNoPictureLeavesNothingBehind() throws Exception {
        Server server = new Server();
        byte[] html = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> server.stores(html)).satisfies(is(Refused.WRONG_TYPE));
        assertThatThrownBy(() -> server.stores(Sheets.claiming(60_000, 60_000))).satisfies(is(Refused.TOO_MANY_PIXELS));
        assertThatThrownBy(() -> server.begins(new byte[0])).satisfies(is(Refused.EMPTY));
        assertThatThrownBy(() -> server.begins(new byte[Uploads.LARGEST + 1])).satisfies(is(Refused.TOO_LARGE));
        assertThat(files("uploads")).isEmpty();
        assertThat(files("blobs")).isEmpty();
        assertThat(server.blobs.of(ROOM)).isEmpty();
    }

    @Test
    void aRoomTakesEightAtOnceAndTwoHundredMegabytesHoweverManyAskTogether() throws Exception {
        Server server = new Server();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Optional<Refused>>> hundred = IntStream.range(0, 100)
                    .<Callable<Optional<Refused>>>mapToObj(_ -> () -> {
                        try {
                            server.begins(Sheets.claiming(1, 1));
                            return Optional.empty();
                        } catch (NotTaken e) {
                            return Optional.of(e.why());
                        }
                    })
                    .toList();
            int begun = 0;
            for (Future<Optional<Refused>> each : threads.invokeAll(hundred)) {
                begun += each.get().isEmpty() ? 1 : 0;
                each.get().ifPresent(why -> assertThat(why).isEqualTo(Refused.TOO_MANY_UPLOADS));
            }
            assertThat(begun).isEqualTo(8);
        }
        server.begins(OTHER, Sheets.scan(), Optional.empty());

        sql.update("delete from upload");
        Blob there = server.stores(Sheets.scan());
        sql.update(
                "update blob set bytes = ? where id = ?",
                200L * 1024 * 1024 - 10,
                there.blob().value());
        assertThatThrownBy(() -> server.begins(Sheets.scan())).satisfies(is(Refused.ROOM_FULL));
    }

    @Test
    void afterADayAnUploadIsForgottenAndWithAMatterThatWasNotFiledAllThatWasStored() throws Exception {
        Server server = new Server();
        byte[] scan = Sheets.scan();
        String id = server.begins(scan);
        server.sends(id, scan, 0, 500);
        Blob kept = server.stores(scan);
        now = now.plus(Duration.ofHours(23));
        server.uploads.expire();
        assertThat(server.uploads.look(id).received()).isEqualTo(500);
        now = now.plus(Duration.ofHours(1));
        assertThatThrownBy(() -> server.uploads.look(id)).satisfies(is(Refused.UNKNOWN));
        server.uploads.expire();
        assertThat(files("uploads")).isEmpty();
        assertThat(server.bytes(kept)).as("what was stored stays").isNotEmpty();

        String late = server.begins(scan);
        server.sends(late, scan, 0, 500);
        sql.update("update room set state = 'ENDED' where id = 'r1'");
        assertThatThrownBy(() -> server.sends(late, scan, 500, scan.length)).satisfies(is(Refused.UNKNOWN));
        server.uploads.expire();
        assertThat(files("blobs")).isEmpty();
        assertThat(sql.list("select 1 from upload union all select 1 from blob", row -> 1))
                .isEmpty();
    }

    @Test
    void aMatterThatIsOverLosesWhatItHasNoUseForAlsoWhatACrashLeft() throws Exception {
        Server server = new Server();
        Blob used = server.stores(Sheets.photo());
        Blob stray = server.stores(Sheets.scan());
        filed();
        server.blobs.settle(_ -> {
            throw new AssertionError("whether it is of use is not asked while the matter is not over");
        });
        sql.update("update room set state = 'ENDED' where id = 'r1'");
        Server next = new Server();
        next.blobs.settle(_ -> Optional.empty());
        assertThat(next.blobs.of(ROOM)).as("it may still become more").containsExactlyInAnyOrder(used, stray);

        next.blobs.settle(room -> Optional.of(room.equals(ROOM) ? Set.of(used.blob()) : Set.of()));
        assertThat(next.blobs.of(ROOM)).containsExactly(used);
        assertThat(files("blobs")).hasSize(1);
        next.blobs.settle(_ -> {
            throw new AssertionError("looked at once");
        });
        assertThat(next.bytes(used)).isNotEmpty();
    }

    private void filed() {
        sql.update("""
            insert into case_file (case_no, room, item, near_centre, owner_centre, filed_at, state, form_hash, progress_hash)
            values ('X1', 'r1', 'ENT_NAME', '310117', '330503', 0, 'RECEIVED', 'h', 'p')
            """);
    }

    @Test
    void aFiledMatterKeepsItsPages() throws Exception {
        Server server = new Server();
        Blob kept = server.stores(Sheets.photo());
        filed();
        sql.update("update room set state = 'ENDED' where id = 'r1'");
        server.uploads.expire();
        assertThat(server.bytes(kept)).isNotEmpty();
    }

    @Test
    void anyNumberOfPiecesOfAnySizeMakesTheSamePage() throws Exception {
        Server server = new Server();
        byte[] photo = Sheets.photo();
        Random chance = new Random(11);
        for (int round = 0; round < 5; round++) {
            String id = server.begins(ROOM, photo, Optional.of(Blobs.sha256(photo)));
            int at = 0;
            Upload upload = server.uploads.look(id);
            while (at < photo.length) {
                int to = Math.min(photo.length, at + 1 + chance.nextInt(photo.length / 4));
                upload = server.sends(id, photo, at, to);
                at = to;
            }
            assertThat(upload.blob()).isPresent();
        }
    }

    private static Consumer<Throwable> is(Refused why) {
        return e -> assertThat(e)
                .isInstanceOfSatisfying(
                        NotTaken.class, refused -> assertThat(refused.why()).isEqualTo(why));
    }

    private List<Path> files(String of) throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve(of))) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
