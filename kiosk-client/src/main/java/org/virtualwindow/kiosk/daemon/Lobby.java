package org.virtualwindow.kiosk.daemon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.virtualwindow.kiosk.command.Pages;
import org.virtualwindow.kiosk.config.KioskConfig;
import org.virtualwindow.kiosk.device.Pace;
import org.virtualwindow.protocol.DaemonHealth;

/**
 * Many kiosks without screens in one process, one for each key in a folder ({@code *.json}). A file {@code codes} there holds enrolment
 * codes, one a line: each becomes a key first, and the file is gone then.
 */
final class Lobby {
    private static final Logger LOG = LoggerFactory.getLogger(Lobby.class);
    private static final String KEY = ".json";

    private final Path folder;
    private final List<KioskConfig.Driver> devices;
    private final String version;
    private final Function<DeviceKey, Pages> pages;
    private final InstantSource clock;

    /** @param devices of every kiosk */
    Lobby(
            Path folder,
            List<KioskConfig.Driver> devices,
            String version,
            Function<DeviceKey, Pages> pages,
            InstantSource clock) {
        this.folder = folder;
        this.devices = devices;
        this.version = version;
        this.pages = pages;
        this.clock = clock;
    }

    /** Until none of them has a line any more, or the thread is interrupted. */
    void hold() throws IOException, InterruptedException {
        List<Thread> kiosks = new ArrayList<>();
        for (Path key : keys()) {
            kiosks.add(Thread.ofVirtual().name(key.getFileName().toString()).start(() -> hold(key)));
        }
        LOG.info("A lobby of {} kiosks", kiosks.size());
        try {
            for (Thread kiosk : kiosks) {
                kiosk.join();
            }
        } finally {
            kiosks.forEach(Thread::interrupt);
        }
    }

    /** Spends the codes. One that opens nothing is passed over: the others still make a lobby. */
    void enrol(String server) throws IOException, InterruptedException {
        Path codes = folder.resolve("codes");
        if (!Files.exists(codes)) {
            return;
        }
        for (String code : Files.readAllLines(codes)) {
            Path key = unused();
            try {
                LOG.info(
                        "Enrolled {}",
                        Enrolment.enrol(server, code.strip(), key).kiosk());
            } catch (IOException refused) {
                LOG.warn("A code of {} was not taken: {}", codes, refused.getMessage());
            }
        }
        Files.delete(codes);
    }

    /** Keys may have been taken out of the folder, so how many there are says nothing. */
    private Path unused() {
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> folder.resolve("kiosk-%04d%s".formatted(number, KEY)))
                .filter(Files::notExists)
                .findFirst()
                .orElseThrow();
    }

    private List<Path> keys() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(KEY))
                    .sorted()
                    .toList();
        }
    }

    private void hold(Path state) {
        boolean anew = true;
        while (anew) {
            anew = holdOnce(state) == ServerLine.Over.RESTART;
        }
    }

    /** Why it is over; empty-handed where it could not work at all. */
    private ServerLine.@Nullable Over holdOnce(Path state) {
        try (StateLock _ = StateLock.take(state)) {
            DeviceKey key = DeviceKey.readFrom(state).orElseThrow(() -> new IOException(state + " is gone"));
            var line = new ServerLine(
                    key,
                    version,
                    () -> new DaemonHealth(
                            Optional.empty(), 0L, Machine.memoryMb(), Machine.diskMb(state.toAbsolutePath())),
                    Rhythm.USUAL,
                    new Backoff(RandomGenerator.getDefault()),
                    clock);
            try (Kiosk kiosk = new Kiosk(
                    key.kiosk(),
                    line,
                    KioskConfig.drivers(devices),
                    Pace.USUAL,
                    state.resolveSibling(state.getFileName() + ".commands"),
                    pages.apply(key),
                    key::sign,
                    Restarts.DAEMON_ALONE)) {
                ServerLine.Over over = kiosk.hold();
                LOG.warn("{} is no longer in the lobby: {}", key.kiosk(), over);
                return over;
            }
        } catch (IOException e) {
            LOG.error("A kiosk of the lobby cannot work: {}", e.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return null;
    }
}
