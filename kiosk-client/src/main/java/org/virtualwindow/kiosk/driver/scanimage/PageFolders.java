package org.virtualwindow.kiosk.driver.scanimage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where pages of a feeder lie until each is read: in memory, a folder for each scan, named after the process that made it, all of them
 * in one that nobody but this user can look into.
 */
final class PageFolders {
    private static final Logger LOG = LoggerFactory.getLogger(PageFolders.class);
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final Set<PosixFilePermission> OWNERS = PosixFilePermissions.fromString("rwx------");
    private static final FileAttribute<Set<PosixFilePermission>> OWN = PosixFilePermissions.asFileAttribute(OWNERS);
    private static final String OURS = ProcessHandle.current().pid() + "-";
    private static final Set<Path> IN_USE = ConcurrentHashMap.newKeySet();

    private PageFolders() {}

    static Path make() throws IOException {
        Path folder = parent().resolve(OURS + UUID.randomUUID());
        IN_USE.add(folder);
        return Files.createDirectory(folder, OWN);
    }

    /** A page that cannot be deleted is told of in the log. */
    static void remove(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException stays) {
            LOG.warn(
                    "The folder of a scan could not be removed: {}",
                    stays.getClass().getSimpleName());
        }
        IN_USE.remove(folder);
    }

    /** Those of a daemon that was killed in the midst of a scan go. */
    static void removeLeftBehind() {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(parent(), PageFolders::isLeftBehind)) {
            all.forEach(PageFolders::remove);
        } catch (IOException e) {
            LOG.warn("Pages that a former scan left cannot be looked for: {}", e.getMessage());
        }
    }

    private static boolean isLeftBehind(Path folder) {
        String name = folder.getFileName().toString();
        return name.startsWith(OURS) ? !IN_USE.contains(folder) : !isAlive(name.replaceFirst("-.*", ""));
    }

    private static boolean isAlive(String pid) {
        try {
            return ProcessHandle.of(Long.parseLong(pid)).isPresent();
        } catch (NumberFormatException nobody) {
            return false;
        }
    }

    static Path parent() throws IOException {
        Object user = Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        Path base = Files.isWritable(MEMORY) ? MEMORY : Path.of(System.getProperty("java.io.tmpdir"));
        Path parent = base.resolve("scans-" + user);
        try {
            Files.createDirectory(parent, OWN);
        } catch (FileAlreadyExistsException usual) {
            LOG.trace("It is there", usual);
        }
        // anybody may have made it, or a link of that name
        if (!Files.isDirectory(parent, LinkOption.NOFOLLOW_LINKS)
                || !Files.getAttribute(parent, "unix:uid").equals(user)
                || !Files.getPosixFilePermissions(parent).equals(OWNERS)) {
            throw new IOException(parent + " is not this user's alone");
        }
        return parent;
    }
}
