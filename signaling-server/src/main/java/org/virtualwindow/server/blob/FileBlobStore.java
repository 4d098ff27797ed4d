package org.virtualwindow.server.blob;

import com.google.crypto.tink.StreamingAead;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder for each room or upload, a file for each page in it, encrypted so that it opens only under its own two names. The names
 * are ours and random: nothing of a person stands in one.
 */
public final class FileBlobStore implements BlobStore {
    private static final Predicate<String> NAME =
            Pattern.compile("[A-Za-z0-9_-]{1,40}").asMatchPredicate();

    private final Path folder;
    private final StreamingAead aead;

    /** @param key the file with the key, made where there is none */
    public FileBlobStore(Path folder, Path key) {
        this.folder = folder;
        this.aead = BlobKey.in(key);
        unchecked(() -> Files.createDirectories(folder));
    }

    @Override
    public void write(Place place, byte[] content) {
        Path whose = whose(place.of());
        Path file = file(place);
        unchecked(() -> {
            if (!Files.isDirectory(whose)) {
                Files.createDirectories(whose);
                sync(folder);
            }
            try (FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                OutputStream encrypted =
                        aead.newEncryptingStream(Unclosed.over(Channels.newOutputStream(channel)), bound(place));
                encrypted.write(content);
                encrypted.close();
                channel.force(true);
            }
            sync(whose);
            return file;
        });
    }

    @Override
    public InputStream read(Place place) {
        return unchecked(() ->
                aead.newDecryptingStream(new BufferedInputStream(Files.newInputStream(file(place))), bound(place)));
    }

    @Override
    public void delete(Place place) {
        Path file = file(place);
        unchecked(() -> {
            boolean was = Files.deleteIfExists(file);
            if (was) {
                syncIfThere(whose(place.of()));
            }
            return was;
        });
    }

    @Override
    public void deleteAll(String of) {
        Path whose = whose(of);
        unchecked(() -> {
            for (Path file : listed(whose)) {
                Files.deleteIfExists(file); // somebody may delete it by its name at this moment
            }
            boolean was = Files.deleteIfExists(whose);
            if (was) {
                sync(folder);
            }
            return was;
        });
    }

    @Override
    public List<Place> all() {
        return unchecked(() -> {
            List<Place> places = new ArrayList<>();
            for (Path whose : listed(folder)) {
                for (Path file : listed(whose)) {
                    places.add(new Place(
                            whose.getFileName().toString(), file.getFileName().toString()));
                }
            }
            return places;
        });
    }

    private static List<Path> listed(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        } catch (NoSuchFileException none) {
            return List.of();
        }
    }

    private Path whose(String of) {
        return folder.resolve(checked(of));
    }

    private Path file(Place place) {
        return whose(place.of()).resolve(checked(place.name()));
    }

    private static String checked(String name) {
        if (!NAME.test(name)) {
            throw new IllegalArgumentException("not a name of ours");
        }
        return name;
    }

    /** A file that was moved or renamed does not open. */
    private static byte[] bound(Place place) {
        return (place.of() + '/' + place.name()).getBytes(StandardCharsets.UTF_8);
    }

    /** A new name in a folder is durable only when the folder is. */
    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** A folder that was deleted meanwhile holds no name that could come back. */
    private static void syncIfThere(Path folder) throws IOException {
        try {
            sync(folder);
        } catch (NoSuchFileException gone) {
            // whoever deleted it has made that durable
        }
    }

    /** Tink closes what it writes to; the file is still to be synchronised then. */
    private static final class Unclosed extends OutputStream {
        private final OutputStream to;

        private Unclosed(OutputStream to) {
            this.to = to;
        }

        static OutputStream over(OutputStream to) {
            return new Unclosed(to);
        }

        @Override
        public void write(int b) throws IOException {
            to.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            to.write(bytes, from, length);
        }
    }

    @FunctionalInterface
    private interface OnDisk<T> {
        T run() throws IOException, GeneralSecurityException;
    }

    private static <T> T unchecked(OnDisk<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
