package org.virtualwindow.server.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.server.config.Refusal;

/**
 * The folder that holds all the server keeps on this machine, claimed by one server at a time.
 *
 * <p>The lock file is also the mark by which a folder is known as ours; a folder with other things in it is left alone. The
 * claim ends with the process at the latest, whatever way it dies.
 */
public final class DataFolder implements AutoCloseable {
    private static final String MARK = "virtual-window.lock";

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    public static DataFolder claim(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        try {
            refuseForeign(path);
            Files.createDirectories(path);
            FileChannel channel =
                    FileChannel.open(path.resolve(MARK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new Refusal("Another server is working on the data in " + path
                        + "; stop it first, or name another folder with --data.");
            }
            return new DataFolder(path, channel);
        } catch (IOException e) {
            throw new Refusal("The data folder " + path + " cannot be used (" + e + "); name another with --data.", e);
        }
    }

    private static void refuseForeign(Path path) throws IOException {
        if (!Files.exists(path) || Files.exists(path.resolve(MARK))) {
            return;
        }
        if (!Files.isDirectory(path)) {
            throw new Refusal(path + " is not a folder; name another with --data.");
        }
        try (Stream<Path> entries = Files.list(path)) {
            if (entries.findAny().isPresent()) {
                throw new Refusal("The folder " + path + " holds something else than this server's data and was left"
                        + " untouched; name another with --data.");
            }
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }

    public Path path() {
        return path;
    }

    public Path resolve(String name) {
        return path.resolve(name);
    }

    /** Forgets everything in the folder but the claim on it. */
    public void empty() {
        try (Stream<Path> entries = Files.list(path)) {
            for (Path entry : entries.toList()) {
                if (!entry.getFileName().toString().equals(MARK)) {
                    delete(entry);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a file or a folder with all below it; nothing happens when it is not there. */
    static void delete(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(path)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : deepestFirst) {
            Files.delete(each);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
