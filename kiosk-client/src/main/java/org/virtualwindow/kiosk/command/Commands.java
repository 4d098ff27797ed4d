package org.virtualwindow.kiosk.command;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.virtualwindow.kiosk.device.Attached;
import org.virtualwindow.kiosk.device.Devices;
import org.virtualwindow.kiosk.driver.Device;
import org.virtualwindow.protocol.DeviceResult;
import org.virtualwindow.protocol.DeviceResult.TaskCancelled;
import org.virtualwindow.protocol.DeviceResult.TaskFailed;
import org.virtualwindow.protocol.DeviceResult.WasPrinted;
import org.virtualwindow.protocol.DeviceTask;
import org.virtualwindow.protocol.FromDevice;
import org.virtualwindow.protocol.FromDevice.CommandBegan;
import org.virtualwindow.protocol.ToDevice.CancelCommand;
import org.virtualwindow.protocol.ToDevice.DoCommand;
import org.virtualwindow.protocol.ids.CommandId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.values.Capability;
import org.virtualwindow.protocol.values.Trouble;

/**
 * The commands of one kiosk: each is done once however often it is sent, its result is said again until it is noted, and what was begun
 * by a daemon that died is not done again. Any thread may call; one thread does everything here, and none of it waits for a device, a
 * disk or the network.
 */
public final class Commands implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);
    /** Of what applicants are promised (300 ms). */
    private static final Duration TIME_TO_STOP = Duration.ofMillis(250);

    private static final Duration BETWEEN_PROGRESS = Duration.ofMillis(500);
    private static final long LONGEST_SECONDS = 3_600;

    private final Devices devices;
    private final CommandLog log;
    private final Pages pages;
    private final Unnoted unnoted;
    private final Consumer<FromDevice> line;
    private final Loop loop = new Loop();

    private final Map<CommandId, Task> tasks = new LinkedHashMap<>();
    /** Those of this daemon itself, of which the server hears nothing. */
    private final Map<CommandId, CompletableFuture<DeviceResult>> own = new HashMap<>();

    private final StoppedBefore stoppedBefore = new StoppedBefore();
    private CompletableFuture<Void> quiet = CompletableFuture.completedFuture(null);

    /**
     * @param signer signs results
     * @param line says something to the server if it is there just now; never waits
     */
    public Commands(
            KioskId kiosk, Devices devices, CommandLog log, Pages pages, Signer signer, Consumer<FromDevice> line) {
        this.devices = devices;
        this.log = log;
        this.pages = pages;
        this.unnoted = new Unnoted(kiosk, signer, line);
        this.line = line;
    }

    /** What devices may have kept of commands that were begun, by a daemon before this one, too: {@link Device#takeBack}. */
    public static Set<String> unended(CommandLog log) {
        return log.unended().stream().map(Run::name).collect(Collectors.toSet());
    }

    public void told(DoCommand message) {
        loop.post(() -> {
            giveWay(message.task().takes());
            begin(message);
        });
    }

    /** Has a device do something for this daemon itself. Ends with whatever ends commands, and when a command wants the device. */
    public CompletableFuture<DeviceResult> attempt(DeviceTask task, Duration within) {
        var done = new CompletableFuture<DeviceResult>();
        loop.post(() -> {
            CommandId command = new CommandId(UUID.randomUUID().toString());
            own.put(command, done);
            begin(new DoCommand(command, task, "", within.toSeconds()));
        });
        return done;
    }

    public void told(CancelCommand message) {
        loop.post(() -> cancel(message.command()));
    }

    /** The server has its result. */
    public void noted(CommandId command) {
        loop.post(() -> unnoted.noted(command));
    }

    /** The line was drawn anew: what began and what ended is said again. */
    public void connected() {
        loop.post(() -> {
            tasks.values().stream().filter(task -> task.began && !isOwn(task)).forEach(task -> {
                line.accept(new CommandBegan(task.asked.command()));
                task.told = null;
            });
            unnoted.sayAll();
        });
    }

    /**
     * 停止, also without a network: within 300 ms what is named ends, or everything where nothing is. Done when that is so.
     *
     * @param command what was stopped; may be still on its way here, and then is not begun
     */
    public CompletableFuture<Void> stop(Optional<CommandId> command) {
        var done = new CompletableFuture<Void>();
        loop.post(() -> {
            CompletableFuture<Void> over = command.flatMap(id -> Optional.ofNullable(tasks.get(id)))
                    .map(task -> task.over)
                    .orElseGet(() -> command.isPresent() ? CompletableFuture.completedFuture(null) : quiet);
            command.ifPresentOrElse(this::cancel, this::stopAll);
            over.thenRun(() -> done.complete(null));
        });
        return done;
    }

    /** Whoever was here has left: everything ends, and no result keeps anything of them. Done when nothing runs any more. */
    public CompletableFuture<Void> forget() {
        var done = new CompletableFuture<Void>();
        loop.post(() -> {
            stopAll(); // what was stopped before it came stays stopped, whoever is here when it comes
            unnoted.forgetPeople();
            quiet.thenRun(() -> {
                devices.forget();
                done.complete(null);
            });
        });
        return done;
    }

    /** Runs the one where no command runs or waits now, and else the other. */
    public void whenIdle(Runnable then, Runnable otherwise) {
        loop.post(() -> (tasks.isEmpty() ? then : otherwise).run());
    }

    @Override
    public void close() {
        if (!loop.isOver()) {
            stop(Optional.empty()).join();
            loop.end();
            log.close();
        }
    }

    private void begin(DoCommand asked) {
        CommandId command = asked.command();
        Task known = tasks.get(command);
        if (known != null) {
            if (known.began) {
                line.accept(new CommandBegan(command));
            }
        } else if (unnoted.has(command)) {
            unnoted.say(command);
        } else if (log.knows(command)) {
            end(command, asked.nonce(), new TaskFailed(Trouble.OUTCOME_UNKNOWN));
        } else if (stoppedBefore.contains(command)) {
            end(command, asked.nonce(), new TaskCancelled());
        } else {
            Optional<Attached> device = devices.find(asked.task().takes());
            Optional<Trouble> not = device.isEmpty()
                    ? Optional.of(Trouble.NOT_PRESENT)
                    : device.get()
                            .unusable()
                            .or(() -> isTaken(device.get()) ? Optional.of(Trouble.BUSY) : Optional.empty());
            if (not.isPresent()) {
                end(command, asked.nonce(), new TaskFailed(not.get()));
            } else {
                admit(asked, device.orElseThrow());
            }
        }
    }

    private boolean isOwn(Task task) {
        return own.containsKey(task.asked.command());
    }

    /** A device that does something for this daemon itself is wanted by somebody. */
    private void giveWay(Capability wanted) {
        List.copyOf(tasks.values()).stream()
                .filter(task -> isOwn(task) && task.asked.task().takes() == wanted)
                .forEach(task -> stop(task, new TaskCancelled()));
    }

    /** Another's task runs there, or is next; one that is being stopped is waited for. */
    private boolean isTaken(Attached device) {
        return tasks.values().stream().anyMatch(task -> task.device == device && task.stopped == null);
    }

    private void admit(DoCommand asked, Attached device) {
        long seconds = Math.clamp(asked.seconds(), 1, LONGEST_SECONDS);
        var deadline = loop.later(
                Duration.ofSeconds(seconds),
                () -> Optional.ofNullable(tasks.get(asked.command()))
                        .ifPresent(task -> stop(task, new TaskFailed(task.late()))));
        if (quiet.isDone()) {
            quiet = new CompletableFuture<>();
        }
        Task task = new Task(asked, device, deadline);
        tasks.put(asked.command(), task);
        if (!device.isBusy()) {
            start(task);
        }
    }

    private void start(Task task) {
        task.device.begins();
        Run run = new Run(
                task.asked.command(),
                task.asked.task(),
                task.device,
                log,
                pages,
                started -> loop.post(() -> began(task, started)),
                (over, result) -> loop.post(() -> isOver(task, result)));
        task.run = run;
        task.ticks = loop.every(BETWEEN_PROGRESS, () -> tick(task, run));
        run.start();
    }

    private void began(Task task, Run run) {
        if (tasks.get(run.command) == task) {
            task.began = true;
            if (!isOwn(task)) {
                line.accept(new CommandBegan(run.command));
            }
        }
    }

    private void tick(Task task, Run run) {
        run.heard().filter(heard -> !heard.equals(task.told)).ifPresent(heard -> {
            task.told = heard;
            if (!isOwn(task)) {
                line.accept(heard);
            }
        });
    }

    private void stopAll() {
        List.copyOf(tasks.values()).forEach(task -> stop(task, new TaskCancelled()));
    }

    /** What has not come yet is not begun when it comes. */
    private void cancel(CommandId command) {
        Task task = tasks.get(command);
        if (task != null) {
            stop(task, new TaskCancelled());
        } else if (unnoted.has(command)) {
            unnoted.say(command);
        } else if (!log.knows(command)) {
            stoppedBefore.add(command);
        }
    }

    /** The device is left alone where its driver does not come back. */
    private void stop(Task task, DeviceResult why) {
        if (task.stopped != null) {
            return;
        }
        task.stopped = why;
        Run run = task.run;
        if (run == null) {
            finish(task, why);
            return;
        }
        run.stop();
        loop.later(TIME_TO_STOP, () -> {
            if (tasks.get(task.asked.command()) == task) {
                LOG.warn("The driver of {} does not stop; it is closed", task.device.id());
                task.device.lose();
                finish(task, why);
                next(task.device);
            }
        });
    }

    /** The run's thread has left the driver. What was printed is told; every other result of a stopped task is thrown away. */
    private void isOver(Task task, DeviceResult result) {
        task.device.ends();
        if (tasks.get(task.asked.command()) == task) {
            DeviceResult stopped = task.stopped;
            finish(task, stopped == null || result instanceof WasPrinted ? result : stopped);
        }
        next(task.device);
    }

    /** Whoever waits for this device may have it now, or learns why not. */
    private void next(Attached device) {
        tasks.values().stream()
                .filter(task -> task.device == device && task.run == null)
                .findFirst()
                .ifPresent(task ->
                        device.unusable().ifPresentOrElse(why -> finish(task, new TaskFailed(why)), () -> start(task)));
    }

    private void finish(Task task, DeviceResult result) {
        tasks.remove(task.asked.command());
        task.noMoreTimers();
        end(task.asked.command(), task.asked.nonce(), result);
        task.over.complete(null);
        if (tasks.isEmpty()) {
            quiet.complete(null);
        }
    }

    private void end(CommandId command, String nonce, DeviceResult result) {
        LOG.info("{} ended: {}", command, result.getClass().getSimpleName());
        CompletableFuture<DeviceResult> ours = own.remove(command);
        if (ours == null) {
            unnoted.add(command, nonce, result);
        } else {
            ours.complete(result);
        }
    }
}
