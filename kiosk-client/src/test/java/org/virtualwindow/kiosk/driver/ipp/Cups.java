package org.virtualwindow.kiosk.driver.ipp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.Types;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.virtualwindow.kiosk.driver.rig.Wait;

/**
 * A CUPS of the test's own, on a free port, with one queue, {@code paper}, behind which stands no printer but a script that has the faults
 * that lie in a folder.
 */
final class Cups implements AutoCloseable {
    /** Runs as root, because only root may read the test's folders: that is what its mode says to CUPS. */
    private static final String BACKEND = """
        #!/bin/sh
        [ $# -gt 0 ] || exit 0
        at=${DEVICE_URI#fault:}
        touch "$at/started-$1"
        cat ${6:+"$6"} > "$at/job-$1.part"
        while reason=$(cat "$at/reason" 2>/dev/null); do
          echo "STATE: +$reason" >&2
          was=$reason
          sleep 0.1
        done
        [ -z "$was" ] || echo "STATE: -$was" >&2
        [ ! -e "$at/fails" ] || exit $(cat "$at/fails")
        for copy in $(seq "$4"); do cat "$at/job-$1.part" >> "$at/job-$1.out"; done
        rm "$at/job-$1.part"
        """;

    private static final String CUPSD = """
        Listen 127.0.0.1:%d
        Browsing No
        WebInterface No
        DefaultAuthType None
        ErrorPolicy abort-job
        JobKillDelay 1
        <Location />
          Order allow,deny
          Allow 127.0.0.1
        </Location>
        """;

    private static final String FILES = """
        SystemGroup root
        ServerRoot %1$s/etc
        ServerBin %1$s/bin
        StateDir %1$s/state
        CacheDir %1$s/cache
        RequestRoot %1$s/spool
        TempDir %1$s/tmp
        AccessLog %1$s/access_log
        ErrorLog %1$s/error_log
        PageLog %1$s/page_log
        """;

    private static final String PRINTERS = """
        <Printer paper>
        UUID urn:uuid:7d9ce6f8-4f2a-3a51-5f33-1c1c5d4b0c01
        Info Paper of the test
        DeviceURI fault:%s
        State Idle
        Accepting Yes
        ErrorPolicy abort-job
        </Printer>
        """;

    private final Path folder;
    private final int port;
    private final Process cupsd;

    /** @param folder empty */
    Cups(Path folder) throws Exception {
        this.folder = folder;
        for (String part : List.of("etc", "bin/backend", "state", "cache", "spool", "tmp", "printer")) {
            Files.createDirectories(folder.resolve(part));
        }
        Path backend = Files.writeString(folder.resolve("bin/backend/fault"), BACKEND);
        Files.setPosixFilePermissions(backend, PosixFilePermissions.fromString("rwx------"));
        // what starts backends
        Files.createSymbolicLink(folder.resolve("bin/daemon"), Path.of("/usr/lib/cups/daemon"));
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Path cupsdConf = Files.writeString(folder.resolve("etc/cupsd.conf"), CUPSD.formatted(port));
        Path filesConf = Files.writeString(folder.resolve("etc/cups-files.conf"), FILES.formatted(folder));
        Files.writeString(folder.resolve("etc/printers.conf"), PRINTERS.formatted(folder.resolve("printer")));
        cupsd = new ProcessBuilder("/usr/sbin/cupsd", "-f", "-c", cupsdConf.toString(), "-s", filesConf.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("cupsd.out").toFile())
                .start();
        Wait.until(Duration.ofSeconds(20), "cupsd listens", this::listens);
    }

    private boolean listens() throws IOException {
        if (!cupsd.isAlive()) {
            throw new IOException("cupsd ended: " + Files.readString(folder.resolve("cupsd.out")));
        }
        try (Socket _ = new Socket("127.0.0.1", port)) {
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    int port() {
        return port;
    }

    URI queue() {
        return URI.create("ipp://127.0.0.1:" + port + "/printers/paper");
    }

    String server() {
        return "ipp://127.0.0.1:" + port;
    }

    /** The printer says so until {@link #mended}. */
    void has(String reason) throws IOException {
        Path file = Files.writeString(folder.resolve("reason.new"), reason);
        Files.move(file, folder.resolve("printer/reason"));
    }

    void mended() throws IOException {
        Files.delete(folder.resolve("printer/reason"));
    }

    /** @param code how the backend ends: 1 failed, 3 hold, 5 cancel (cups/backend.h) */
    void failsWith(int code) throws IOException {
        Files.writeString(folder.resolve("printer/fails"), Integer.toString(code));
    }

    /** Somebody prints this, past every driver. */
    void prints(String user, String name, String document) throws Exception {
        IppPacket question = IppPacket.printJob(queue())
                .putOperationAttributes(
                        Types.requestingUserName.of(user),
                        Types.jobName.of(name),
                        Types.documentFormat.of("application/pdf"))
                .build();
        new IppClient().ask(queue(), question, new ByteArrayInputStream(document.getBytes(UTF_8)));
    }

    /** The printer has a job in its hands. */
    boolean isPrinting() throws IOException {
        return !files("started-").isEmpty();
    }

    /** How many jobs CUPS says are done, of those that nobody had it forget. */
    long completed() throws Exception {
        IppPacket question = IppPacket.getJobs(queue(), Types.jobId)
                .putOperationAttributes(Types.whichJobs.of("completed"), Types.requestingUserName.of("test"))
                .build();
        return new IppClient()
                .ask(queue(), question).getAttributeGroups().stream()
                        .filter(group -> group.getTag().equals(Tag.jobAttributes))
                        .count();
    }

    /** What lies in the tray, job by job. */
    List<byte[]> tray() throws IOException {
        List<Path> out = files(".out");
        List<byte[]> sheets = new ArrayList<>();
        for (Path job : out) {
            sheets.add(Files.readAllBytes(job));
        }
        return sheets;
    }

    private List<Path> files(String part) throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve("printer"))) {
            return all.filter(file -> file.getFileName().toString().contains(part))
                    .sorted()
                    .toList();
        }
    }

    /** What of documents CUPS keeps on disk. */
    List<String> spooled() throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve("spool"))) {
            return all.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("d"))
                    .toList();
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        Files.deleteIfExists(folder.resolve("bin/daemon"));
        cupsd.descendants().forEach(ProcessHandle::destroyForcibly);
        cupsd.destroy();
        cupsd.waitFor();
    }
}
