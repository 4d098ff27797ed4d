package org.virtualwindow.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder beside the build that is gone afterwards. Not in /tmp, where a commit may cost nothing. */
public record ScratchFolder(Path path) implements AutoCloseable {
    public static ScratchFolder make() throws IOException {
        Path parent = home().resolve("benchmarks/target");
        return new ScratchFolder(Files.createTempDirectory(Files.createDirectories(parent), "bench-"));
    }

    /** The folder that holds the project. */
    public static Path home() {
        return Path.of(System.getProperty("virtualwindow.home", "."));
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(path)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
