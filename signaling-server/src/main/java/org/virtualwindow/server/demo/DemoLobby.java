package org.virtualwindow.server.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.virtualwindow.protocol.PublicKey;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.server.identity.DeviceKeys;
import org.virtualwindow.server.identity.OneTimeCodes;

/**
 * The device daemons of the demo's kiosks, all simulated, in one process beside this one, which ends with it. A kiosk with a daemon
 * of somebody else is left to that.
 */
public final class DemoLobby implements AutoCloseable {
    private static final String KEY = ".json";
    private static final long STOP_SECONDS = 5;

    private final Process process;

    private DemoLobby(Process process) {
        this.process = process;
    }

    /**
     * @param jar the daemon, with its libraries beside it
     * @param folder keeps the keys, and what the daemon says
     * @param origin where it reports to
     */
    public static DemoLobby start(Path jar, Path folder, String origin, DeviceKeys keys, OneTimeCodes codes) {
        try {
            if (!Files.exists(folder)) {
                Files.createDirectory(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            enrol(folder, origin, keys, codes);
            return new DemoLobby(new ProcessBuilder(command(jar, folder, origin))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code ./kiosk} starts it. It ends when its input does, so also when this process is killed. */
    private static List<String> command(Path jar, Path folder, String origin) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms12m",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-jar",
                jar.toString(),
                "--lobby",
                folder.toString(),
                "--simulate",
                "--server",
                origin,
                "--until-input-ends");
    }

    /** Leaves the keys that are good here, and a code for each kiosk that has none. */
    private static void enrol(Path folder, String origin, DeviceKeys keys, OneTimeCodes codes) throws IOException {
        List<Path> kept = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.getFileName().toString().endsWith(KEY)).forEach(kept::add);
        }
        Set<Path> good = new HashSet<>();
        List<String> fresh = new ArrayList<>();
        for (DemoPlaces.Kiosk each : DemoPlaces.KIOSKS) {
            KioskId kiosk = new KioskId(each.id());
            Optional<PublicKey> inForce = keys.inForceAt(kiosk);
            Optional<Path> ours = inForce.isEmpty()
                    ? Optional.empty()
                    : kept.stream()
                            .filter(file -> holds(file, inForce.get().x()))
                            .findFirst();
            if (ours.filter(file -> holds(file, '"' + origin + '"')).isPresent()) {
                good.add(ours.get());
            } else if (inForce.isEmpty() || ours.isPresent()) {
                fresh.add(codes.makeEnrol(kiosk).code());
            }
        }
        for (Path file : kept) {
            if (!good.contains(file)) {
                Files.delete(file);
            }
        }
        if (!fresh.isEmpty()) {
            Files.write(folder.resolve("codes"), fresh);
        }
    }

    private static boolean holds(Path file, String words) {
        try {
            return Files.readString(file).contains(words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
