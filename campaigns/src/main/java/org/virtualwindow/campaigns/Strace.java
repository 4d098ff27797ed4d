package org.virtualwindow.campaigns;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.virtualwindow.benchmarks.Crowd;
import org.virtualwindow.benchmarks.Server;
import org.virtualwindow.campaigns.history.History;
import org.virtualwindow.protocol.RoomOperation.SetField;
import org.virtualwindow.protocol.ToKiosk;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.FieldValue;

/** Watches, with strace, that what is acknowledged is on the disk first. */
final class Strace {
    private Strace() {}

    /** Whether strace is here and may watch. */
    static boolean isPossible() throws InterruptedException {
        try {
            Process tried = new ProcessBuilder("strace", "-qq", "-e", "trace=none", "true")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return tried.waitFor() == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }

    /** Starts a server of its own, in which an applicant sets a field so many times, one after the other. */
    static SyncOrder watch(Path folder, int operations) throws Exception {
        Path data = folder.resolve("watched");
        Path trace = folder.resolve("trace");
        Crowd crowd = Crowd.seed(data, 1, 0);
        List<String> asked = new ArrayList<>();
        try (Server server = Server.start(data);
                History history = History.begin(folder.resolve("watched.jsonl"));
                Play play = new Play(history)) {
            Person<ToKiosk> applicant = new Cast(crowd, 1, play).kiosk(server.origin(), 1);
            RoomId room = Meeting.opensTheForm(applicant);
            Process strace = attach(server, trace);
            try {
                for (int i = 1; i <= operations; i++) {
                    OpId op = applicant.newOp();
                    asked.add(op.value());
                    applicant.achieves(
                            op,
                            new SetField(
                                    op,
                                    room,
                                    new FieldPath("/tradeName"),
                                    new FieldValue("第" + i + "次"),
                                    applicant.rev("/tradeName")));
                }
            } finally {
                strace.destroy(); // it lets go of everything it watches and writes down the rest
                strace.waitFor(20, TimeUnit.SECONDS);
            }
        }
        return SyncOrder.of(Files.readAllLines(trace), asked);
    }

    private static Process attach(Server server, Path trace) throws IOException, InterruptedException {
        List<Long> watched = new ArrayList<>(List.of(server.pid(), server.postmaster()));
        ProcessHandle.of(server.postmaster()).stream()
                .flatMap(ProcessHandle::children)
                .forEach(child -> watched.add(child.pid()));
        List<String> command = new ArrayList<>(List.of(
                "strace", "-f", "-qq", "-s", "2000", "-e", "trace=fdatasync,fsync,write,writev,sendto,sendmsg", "-o"));
        command.add(trace.toString());
        watched.forEach(pid -> command.addAll(List.of("-p", Long.toString(pid))));
        Process strace = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Await.until(
                () -> watched.stream().allMatch(Strace::allThreadsAreWatched),
                Play.PATIENCE,
                () -> "strace watches the server and its PostgreSQL");
        return strace;
    }

    private static boolean allThreadsAreWatched(long pid) {
        try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
            return threads.allMatch(Strace::isWatched);
        } catch (IOException ended) {
            return true;
        }
    }

    private static boolean isWatched(Path thread) {
        try {
            return Files.readAllLines(thread.resolve("status")).stream()
                    .noneMatch(line -> line.matches("TracerPid:\\s+0"));
        } catch (IOException ended) {
            return true;
        }
    }
}
