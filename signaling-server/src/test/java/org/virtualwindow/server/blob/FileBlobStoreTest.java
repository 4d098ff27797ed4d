package org.virtualwindow.server.blob;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.server.blob.BlobStore.Place;

class FileBlobStoreTest {
    private static final int ROUNDS = 100;
    private static final int FILES = 20;

    @TempDir
    Path folder = Path.of("");

    @Test
    void aKeyIsThereWholeOrNotAtAllWhateverACrashLeftBeside() throws IOException {
        Path key = folder.resolve("blobs.key");
        Path unfinished = folder.resolve("blobs.key.unfinished");
        Files.createFile(unfinished);
        Place place = new Place("room", "page");
        store(key).write(place, "seen".getBytes(UTF_8));
        assertThat(unfinished).doesNotExist();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        try (InputStream page = store(key).read(place)) {
            assertThat(page.readAllBytes()).isEqualTo("seen".getBytes(UTF_8));
        }
    }

    @Test
    void aKeyThatOthersCanReadIsRefusedWithWhatToDo() throws IOException {
        Path key = folder.resolve("blobs.key");
        store(key);
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> store(key)).hasMessageContaining("chmod o= " + key);
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
        store(key);
    }

    @Test
    void whatTwoDeleteAtOnceIsGoneForBoth() throws Exception {
        FileBlobStore store = store(folder.resolve("blobs.key"));
        var together = new CyclicBarrier(2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < ROUNDS; round++) {
                String room = "room" + round;
                List<Place> pages = IntStream.range(0, FILES)
                        .mapToObj(each -> new Place(room, "page" + each))
                        .toList();
                for (Place page : pages) {
                    Files.createDirectories(folder.resolve("blobs").resolve(room));
                    Files.createFile(folder.resolve("blobs").resolve(room).resolve(page.name()));
                }
                Future<?> one = threads.submit(() -> {
                    together.await();
                    pages.forEach(store::delete);
                    return room;
                });
                Future<?> all = threads.submit(() -> {
                    together.await();
                    store.deleteAll(room);
                    return room;
                });
                one.get();
                all.get();
            }
        }
        assertThat(store.all()).isEmpty();
    }

    private FileBlobStore store(Path key) {
        return new FileBlobStore(folder.resolve("blobs"), key);
    }
}
