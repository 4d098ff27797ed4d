package org.virtualwindow.kiosk.browser;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder that only its owner can look into and in which everything lies that a browser writes, its temporary files too. */
record Profile(Path folder) {
    private static final Logger LOG = LoggerFactory.getLogger(Profile.class);
    private static final String PREFIX = "visit-";
    /** A socket of Chromium's lies below it, whose name may not be longer than 107 characters. */
    private static final int LONGEST = 60;

    private static final int TRIES = 50;
    private static final long BETWEEN_MILLIS = 20;

    static Profile fresh(Path under) throws IOException {
        Files.createDirectories(
                under, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path folder = under.toAbsolutePath()
                .resolve(
                        PREFIX + Integer.toHexString(ThreadLocalRandom.current().nextInt()));
        if (folder.toString().length() > LONGEST) {
            throw new IOException(under + " is too long a name for where profiles lie");
        }
        Files.createDirectory(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Profile made = new Profile(folder);
        Files.createDirectory(made.home());
        Files.createDirectory(made.temporary());
        Files.createDirectory(made.data());
        return made;
    }

    /** Those that a daemon left behind which was killed; no browser may run on them any more. */
    static void deleteLeftBehind(Path under) {
        if (!Files.isDirectory(under)) {
            return;
        }
        try (DirectoryStream<Path> left = Files.newDirectoryStream(under, PREFIX + "*")) {
            for (Path each : left) {
                new Profile(each).delete();
            }
        } catch (IOException e) {
            LOG.error("Former profiles could not be looked for in {}", under, e);
        }
    }

    Path home() {
        return folder.resolve("home");
    }

    Path temporary() {
        return folder.resolve("t");
    }

    Path data() {
        return folder.resolve("data");
    }

    /** A process that is about to die may still write, so once is not always enough. */
    void delete() {
        for (int i = 0; i < TRIES && Files.exists(folder); i++) {
            try {
                deleteOnce();
            } catch (IOException stillWritten) {
                pause();
            }
        }
        if (Files.exists(folder)) {
            LOG.error("A profile could not be deleted: {}", folder);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_MILLIS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt(); // it is deleted all the same
        }
    }

    private void deleteOnce() throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path each, @Nullable IOException failure) throws IOException {
                Files.deleteIfExists(each);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
