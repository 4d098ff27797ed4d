package org.virtualwindow.campaigns;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.campaigns.kiosk.PrintingKiosk;
import org.virtualwindow.campaigns.proxy.LossyLine;
import org.virtualwindow.protocol.Blob;
import org.virtualwindow.protocol.CallCommand;
import org.virtualwindow.protocol.DeviceTask;
import org.virtualwindow.protocol.FromKiosk;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomMessage;
import org.virtualwindow.protocol.RoomOperation;
import org.virtualwindow.protocol.ToClerk;
import org.virtualwindow.protocol.ToKiosk;
import org.virtualwindow.protocol.ids.CallId;
import org.virtualwindow.protocol.ids.CommandId;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.values.Trouble;

/** A clerk who prints at one kiosk, sheet after sheet, while an acknowledgement of each is lost. */
final class PrintingWindow {
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    /** How long a loss is waited for once its command is over; a killed server or daemon may have come before it. */
    private static final Duration LOSS_PATIENCE = Duration.ofSeconds(5);

    private static final Duration A_MOMENT = Duration.ofMillis(20);
    /** A room takes 200 uses. */
    private static final int SHEETS_OF_A_VISIT = 150;

    /** One in so many commands finds its daemon killed, at some moment between the clerk's key and the result's receipt. */
    private static final int COMMANDS_OF_A_DAEMON = 50;

    private static final int LATEST_KILL_MILLIS = 60;

    private final int number;
    private final Person<ToKiosk> applicant;
    private final Person<ToClerk> clerk;
    private final LossyLine clerksLine;
    private final LossyLine daemonsLine;
    private final PrintingKiosk kiosk;
    private final Lock meeting;
    private final SplittableRandom random;
    private final Counts counts = new Counts();

    private final Map<String, RoomEvent.UseEnded> ended = new ConcurrentHashMap<>();
    private volatile @Nullable Blob page;
    private volatile boolean reached;

    private @Nullable RoomId room;
    private int named;

    /** What came of it. */
    static final class Counts {
        final Map<Lost, Long> lost = new EnumMap<>(Lost.class);
        final List<String> wrong = new ArrayList<>();
        /** Others look at it meanwhile. */
        final LongAdder allLost = new LongAdder();

        long commands;
        long sheets;
        long daemonKills;
        long done;
        long unknown;
        long notDone;
        long doubled;
        long strayed;
    }

    /**
     * @param origin of the server
     * @param meeting is held by the one who calls: the others' clerks are not free meanwhile
     */
    PrintingWindow(
            int number,
            String origin,
            Cast cast,
            LossyLine clerksLine,
            LossyLine daemonsLine,
            PrintingKiosk kiosk,
            Lock meeting,
            SplittableRandom random) {
        this.number = number;
        this.clerksLine = clerksLine;
        this.daemonsLine = daemonsLine;
        this.kiosk = kiosk;
        this.meeting = meeting;
        this.random = random;
        applicant = cast.kiosk(origin, number);
        clerk = cast.clerk("http://localhost:" + clerksLine.port(), number, (_, message) -> hears(message));
    }

    /**
     * Prints until so many acknowledgements were lost.
     *
     * @param until or it is so late, by {@link System#nanoTime}
     */
    Counts loses(int acknowledgements, long until) throws Exception {
        for (; counts.allLost.sum() < acknowledgements && System.nanoTime() < until; counts.commands++) {
            boolean first = counts.commands % SHEETS_OF_A_VISIT == 0;
            if (first) {
                visit();
            }
            Lost which = Lost.values()[random.nextInt(Lost.values().length)];
            Asked asked = asks(which);
            if (first) {
                allows(asked.command);
            }
            if (random.nextInt(COMMANDS_OF_A_DAEMON) == 0) {
                Await.passing(Duration.ofMillis(random.nextInt(LATEST_KILL_MILLIS)));
                kiosk.dies();
                counts.daemonKills++;
            }
            Optional<RoomEvent.UseEnded> over = awaitEnd(asked.command);
            if (hasHappened(asked.loss)) {
                counts.allLost.increment();
                counts.lost.merge(which, 1L, Long::sum);
            }
            long before = counts.sheets;
            counts.sheets = kiosk.sheets();
            judge(asked.command, over, counts.sheets - before);
        }
        return counts;
    }

    Counts counts() {
        return counts;
    }

    /** Sheets that came out after everything was over. */
    long late() throws IOException {
        return kiosk.sheets() - counts.sheets;
    }

    /** The one before ends first, where there was one; in the new one a page is scanned, which is printed from then on. */
    private void visit() throws InterruptedException {
        RoomId before = room;
        if (before != null) {
            OpId end = applicant.newOp();
            applicant.achieves(end, new FromKiosk.EndVisit(end, before));
            Await.until(() -> clerk.call(ToClerk.WrapUp.class).isPresent(), PATIENCE, () -> "the call is over");
            OpId finish = clerk.newOp();
            CallId call = clerk.call(ToClerk.WrapUp.class).orElseThrow().call();
            clerk.achieves(finish, new CallCommand.FinishWrapUp(finish, call, false, Optional.empty()));
        }
        RoomId next = Meeting.opensTheForm(applicant);
        meeting.lock();
        try {
            Meeting.meets(applicant, clerk, next);
        } finally {
            meeting.unlock();
        }
        room = next;
        var scan = new DeviceTask.ScanPages(DeviceTask.ScanSource.GLASS, 75L, DeviceTask.ScanMode.GREY, 1L);
        CommandId command = newCommand();
        while (!tries(command, clerk.newOp(), scan)) {
            command = newCommand();
        }
        allows(command);
        if (awaitEnd(command).isEmpty()) {
            throw new IllegalStateException("the first scan of a visit does not end");
        }
    }

    private record Asked(CommandId command, CompletableFuture<Void> loss) {}

    /** Until it is taken: the line may just be away. A try that was refused has done nothing. */
    private Asked asks(Lost which) throws InterruptedException {
        LossyLine line = which.isClerks() ? clerksLine : daemonsLine;
        while (true) {
            CommandId command = newCommand();
            OpId op = clerk.newOp();
            CompletableFuture<Void> loss = line.loses(which.way, message -> which.is(message, op, command));
            if (tries(command, op, new DeviceTask.PrintDocument(Objects.requireNonNull(page), 1L))) {
                return new Asked(command, loss);
            }
        }
    }

    private boolean tries(CommandId command, OpId op, DeviceTask task) throws InterruptedException {
        Await.until(() -> reached, PATIENCE, () -> "the devices of kiosk " + number + " are reached");
        boolean taken = clerk.tries(op, new RoomOperation.Operate(op, room(), command, task));
        if (!taken) {
            Await.passing(A_MOMENT);
        }
        return taken;
    }

    private CommandId newCommand() {
        return new CommandId("k" + number + "-" + ++named);
    }

    private RoomId room() {
        return Objects.requireNonNull(room);
    }

    private void allows(CommandId command) throws InterruptedException {
        OpId op = applicant.newOp();
        applicant.achieves(op, new RoomOperation.AllowUse(op, room(), command));
    }

    private Optional<RoomEvent.UseEnded> awaitEnd(CommandId command) throws InterruptedException {
        try {
            Await.until(() -> ended.containsKey(command.value()), PATIENCE, () -> command + " ends");
        } catch (IllegalStateException never) {
            return Optional.empty();
        }
        return Optional.ofNullable(ended.remove(command.value()));
    }

    /** The last acknowledgement comes after the clerk was told. */
    private static boolean hasHappened(CompletableFuture<Void> loss) throws InterruptedException {
        try {
            loss.get(LOSS_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException notLost) {
            return false;
        }
    }

    private void hears(ToClerk message) {
        switch (message) {
            case RoomMessage.DevicesShown shown -> reached = shown.reached();
            // Whoever comes back is told how it is, and not what happened meanwhile.
            case RoomMessage.RoomSnapshot snapshot ->
                snapshot.uses()
                        .map(RoomMessage.UsesView::uses)
                        .orElse(List.of())
                        .forEach(use -> use.ended()
                                .ifPresent(how -> ended.put(
                                        use.command().value(), new RoomEvent.UseEnded(use.command(), how, use.why()))));
            case RoomMessage.RoomHappened told -> {
                switch (told.event()) {
                    case RoomEvent.PagesTaken taken -> page = taken.pages().getFirst();
                    case RoomEvent.UseEnded over -> ended.put(over.command().value(), over);
                    default -> {}
                }
            }
            default -> {}
        }
    }

    private void judge(CommandId command, Optional<RoomEvent.UseEnded> over, long sheets) {
        boolean isUnknown = over.flatMap(RoomEvent.UseEnded::why)
                .filter(Trouble.OUTCOME_UNKNOWN::equals)
                .isPresent();
        boolean isDone = over.filter(use -> use.how() == RoomEvent.UseEnd.DONE).isPresent();
        if (sheets > 1) {
            counts.doubled++;
            counts.wrong.add(command + ": " + sheets + " sheets");
        } else if (isUnknown) {
            counts.unknown++;
        } else if (isDone && sheets == 1) {
            counts.done++;
        } else if (over.isEmpty() || isDone || sheets == 1) {
            counts.strayed++;
            counts.wrong.add(command + ": " + over + ", " + sheets + " sheets");
        } else {
            counts.notDone++;
        }
    }
}
