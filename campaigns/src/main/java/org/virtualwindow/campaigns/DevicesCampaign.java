package org.virtualwindow.campaigns;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.benchmarks.Crowd;
import org.virtualwindow.benchmarks.Figures;
import org.virtualwindow.benchmarks.ScratchFolder;
import org.virtualwindow.benchmarks.Server;
import org.virtualwindow.campaigns.history.History;
import org.virtualwindow.campaigns.kiosk.PrintingKiosk;
import org.virtualwindow.campaigns.proxy.LossyLine;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.server.Wiring;
import org.virtualwindow.server.config.ServerConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "devices",
        mixinStandardHelpOptions = true,
        description =
                "Clerks print at kiosks while an acknowledgement of each command is lost with its line, and daemons"
                        + " and the server are killed; the sheets are counted.")
final class DevicesCampaign implements Callable<Integer> {
    private static final int USUAL_RUNS = 10_000;
    /** Acknowledgements from one death of the server to the next. */
    private static final int BETWEEN_SERVER_KILLS = 2_000;

    private static final int LATEST_KILL_MILLIS = 200;
    /** After which nothing of what was lost is on its way any more. */
    private static final Duration AFTERMATH = Duration.ofSeconds(5);

    @Mixin
    private Settings settings = new Settings();

    @Option(names = "--kiosks", defaultValue = "16", description = "that print at the same time (${DEFAULT-VALUE})")
    private int kiosks;

    @Option(
            names = "--seconds",
            defaultValue = "86400",
            description = "after which no new command is given, whether or not all are lost (${DEFAULT-VALUE})")
    private int seconds;

    private final List<PrintingWindow.Counts> counts = new ArrayList<>();
    private @Nullable Server server;
    private long serverKills;
    private long late;

    @Override
    public Integer call() throws Exception {
        int runs = settings.runs(USUAL_RUNS);
        var report =
                new Report("devices", settings.command("devices", runs, " --kiosks " + kiosks), settings, System.out);
        try (ScratchFolder scratch = ScratchFolder.make();
                History history = History.begin(Settings.history("devices"))) {
            report.describesTheMachine(scratch.path());
            report.says(runs + " lost acknowledgements at " + kiosks + " kiosks, seed " + settings.seed() + ".");
            try (Play play = new Play(history)) {
                take(scratch.path(), runs, report, play);
            } catch (IllegalStateException | ExecutionException why) {
                return report.breaksOff(history, why);
            }
        }
        List<String> wrong =
                counts.stream().flatMap(each -> each.wrong.stream()).collect(Collectors.toCollection(ArrayList::new));
        if (late > 0) {
            wrong.add(late + " sheets came out when everything was over");
        }
        return report.end(wrong, figures());
    }

    private Figures figures() {
        Figures figures = new Figures("devices");
        figures.add("commands", sum(each -> each.commands), "a sheet each");
        figures.add("lost_acks", sum(each -> each.allLost.sum()), "acknowledgements, each with its line");
        for (Lost which : Lost.values()) {
            String name = which.name().toLowerCase(Locale.ROOT);
            figures.add(name, sum(each -> each.lost.getOrDefault(which, 0L)), which.what);
        }
        figures.add("daemon_kills", sum(each -> each.daemonKills), "as kill -9 does, in the midst of a command");
        figures.add("server_kills", serverKills, "as kill -9 does, in the midst of a command of each kiosk");
        figures.add(
                "double_effects",
                sum(each -> each.doubled) + late,
                0,
                "commands of which more than one sheet came out");
        figures.add(
                "lost", sum(each -> each.strayed), 0, "commands that did not end, or ended otherwise than their sheet");
        figures.add("done", sum(each -> each.done), "told as printed, with one sheet");
        figures.add("unknown", sum(each -> each.unknown), "begun when the daemon died: told as of unknown outcome");
        figures.add("not_done", sum(each -> each.notDone), "told as not done, without a sheet");
        return figures;
    }

    private long sum(ToLongFunction<PrintingWindow.Counts> figure) {
        return counts.stream().mapToLong(figure).sum();
    }

    private void take(Path folder, int runs, Report report, Play play) throws Exception {
        Path data = folder.resolve("data");
        Crowd crowd = Crowd.seed(data, kiosks, kiosks);
        List<String> codes = codes(data);
        SplittableRandom random = new SplittableRandom(settings.seed());
        server = Server.start(data);
        String origin = server.origin();
        String port = server.port();
        Lock meeting = new ReentrantLock();
        List<AutoCloseable> open = new ArrayList<>();
        try (ExecutorService windows = Executors.newVirtualThreadPerTaskExecutor()) {
            List<PrintingWindow> all = new ArrayList<>();
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(port));
            for (int number = 1; number <= kiosks; number++) {
                LossyLine clerks = LossyLine.to(address);
                open.add(clerks);
                LossyLine daemons = LossyLine.to(address);
                open.add(daemons);
                PrintingKiosk kiosk = PrintingKiosk.start(
                        folder.resolve("kiosk-" + number), "http://localhost:" + daemons.port(), codes.get(number - 1));
                open.add(kiosk);
                if (number == 1) {
                    kiosk.leavesItsClasses();
                }
                all.add(new PrintingWindow(
                        number,
                        origin,
                        new Cast(crowd, settings.seed(), play),
                        clerks,
                        daemons,
                        kiosk,
                        meeting,
                        random.split()));
            }
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
            List<Future<PrintingWindow.Counts>> printing = new ArrayList<>();
            for (int number = 1; number <= kiosks; number++) {
                PrintingWindow window = all.get(number - 1);
                int share = runs / kiosks + (number <= runs % kiosks ? 1 : 0);
                printing.add(windows.submit(() -> window.loses(share, until)));
            }
            killServers(data, port, runs, all, printing, report, random.split());
            for (Future<PrintingWindow.Counts> each : printing) {
                counts.add(each.get());
            }
            report.isAt("waiting for what may still come");
            Await.passing(AFTERMATH);
            for (PrintingWindow window : all) {
                late += window.late();
            }
        } finally {
            for (AutoCloseable each : open.reversed()) {
                each.close();
            }
            Objects.requireNonNull(server).close();
        }
    }

    private List<String> codes(Path data) throws Exception {
        try (Wiring before = new Wiring(ServerConfig.local(data))) {
            List<String> codes = new ArrayList<>();
            for (int number = 1; number <= kiosks; number++) {
                codes.add(before.launchCodes()
                        .makeEnrol(new KioskId(Crowd.kioskId(number)))
                        .code());
            }
            return codes;
        }
    }

    /** Until all have printed what they have to. */
    private void killServers(
            Path data,
            String port,
            int runs,
            List<PrintingWindow> all,
            List<Future<PrintingWindow.Counts>> printing,
            Report report,
            SplittableRandom random)
            throws Exception {
        for (int at = BETWEEN_SERVER_KILLS / 2; at < runs; at += BETWEEN_SERVER_KILLS) {
            int due = at;
            report.isAt("the acknowledgements up to " + due);
            while (lost(all) < due && !printing.stream().allMatch(Future::isDone)) {
                Await.passing(Duration.ofMillis(random.nextInt(LATEST_KILL_MILLIS)));
            }
            if (lost(all) < due) {
                return;
            }
            report.mentions(lost(all) + " lost");
            Objects.requireNonNull(server).kill();
            server = Server.start(data, port);
            serverKills++;
        }
    }

    private static long lost(List<PrintingWindow> all) {
        return all.stream().mapToLong(window -> window.counts().allLost.sum()).sum();
    }
}
