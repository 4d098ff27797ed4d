package org.virtualwindow.server.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;
import org.virtualwindow.server.config.Refusal;

/** PostgreSQL's programs, unpacked once from the archive on the class path and shared by all servers of this user. */
record PostgresBinaries(Path home) {
    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    static PostgresBinaries unpackedIn(Path folder) {
        URL archive = archive();
        try {
            URLConnection connection = archive.openConnection();
            // The size tells one build of the archive from another.
            Path home = folder.resolve("postgresql-" + connection.getContentLengthLong());
            if (!Files.isDirectory(home)) {
                Files.createDirectories(folder);
                Path unfinished = Files.createTempDirectory(folder, "unpacking-");
                try (InputStream packed = connection.getInputStream()) {
                    unpack(packed, unfinished);
                }
                // Another user must be able to enter when the server gives up root's rights.
                Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
                moveInto(unfinished, home);
            }
            return new PostgresBinaries(home);
        } catch (IOException e) {
            throw new Refusal("PostgreSQL could not be unpacked into " + folder + " (" + e + ").", e);
        }
    }

    private static URL archive() {
        String cpu = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        URL archive = PostgresBinaries.class.getResource("/postgres-linux-" + cpu + ".txz");
        if (archive == null) {
            throw new Refusal(
                    "This build carries no PostgreSQL for this machine; name a running one with --database-url.");
        }
        return archive;
    }

    private static void unpack(InputStream packed, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (@Nullable TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("entry outside the archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(path.getParent());
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(path.getParent());
                    Files.copy(tar, path);
                    boolean program = (entry.getMode() & 0100) != 0;
                    Files.setPosixFilePermissions(
                            path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
    }

    private static void moveInto(Path unfinished, Path home) throws IOException {
        try {
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(home)) {
                throw e;
            }
            // Another server of this user was faster; its copy is the same.
            DataFolder.delete(unfinished);
        }
    }
}
