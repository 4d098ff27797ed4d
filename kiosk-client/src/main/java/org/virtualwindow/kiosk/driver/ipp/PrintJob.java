package org.virtualwindow.kiosk.driver.ipp;

import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.JobState;
import com.hp.jipp.model.Types;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.virtualwindow.kiosk.driver.DeviceFault;
import org.virtualwindow.kiosk.driver.Use;
import org.virtualwindow.protocol.DeviceResult;
import org.virtualwindow.protocol.DeviceTask.PrintDocument;
import org.virtualwindow.protocol.values.Trouble;

/**
 * One document on its way to paper. It is handed over once: whether the printer has it although its answer was lost is found out by the
 * job's name, and by that a job of a daemon that died is taken back.
 */
final class PrintJob {
    private static final Logger LOG = LoggerFactory.getLogger(PrintJob.class);
    private static final Duration LOOKS = Duration.ofMillis(300);

    /** How long a printer that does not answer is asked before the job counts as lost from sight. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** How long a job may need to stand in the list after the line over which it was sent is cut. */
    private static final Duration STILL_ON_ITS_WAY = Duration.ofSeconds(2);

    /** What is left of a job that was to be given up. */
    private enum Left {
        GONE,
        PRINTED,
        /** It may still come out. */
        UNKNOWN
    }

    private static final Set<JobState> OVER = Set.of(JobState.canceled, JobState.aborted, JobState.completed);

    private final IppClient client;
    private final URI printer;
    private final PrintQueue queue;
    private final Use use;
    private final String name;
    private final Set<Trouble> said = EnumSet.noneOf(Trouble.class);
    private int percent;

    /** Whether the last look at the printer's list was answered. */
    private boolean toldJobs;

    PrintJob(IppClient client, URI printer, Use use) {
        this.client = client;
        this.printer = printer;
        this.queue = new PrintQueue(client, printer);
        this.use = use;
        this.name = use.name();
    }

    DeviceResult print(PrintDocument task) throws DeviceFault, InterruptedException {
        @Nullable Integer job = null;
        try {
            job = handOver(task);
            follow(job);
            return new DeviceResult.WasPrinted();
        } catch (InterruptedException stop) {
            return switch (withdraw(job)) {
                case PRINTED -> new DeviceResult.WasPrinted(); // the last sheet was out before the stop
                case GONE -> throw stop;
                case UNKNOWN -> throw mayComeOut();
            };
        } catch (DeviceFault fault) {
            if (job != null && fault.why() != Trouble.OUTCOME_UNKNOWN && withdraw(job) == Left.UNKNOWN) {
                throw mayComeOut();
            }
            throw fault;
        } finally {
            forget(job);
        }
    }

    private static DeviceFault mayComeOut() {
        return new DeviceFault(Trouble.OUTCOME_UNKNOWN, "the printer does not say that the job is gone");
    }

    private int handOver(PrintDocument task) throws DeviceFault, InterruptedException {
        IppPacket question = IppPacket.printJob(printer)
                .putOperationAttributes(
                        Types.requestingUserName.of(PrintQueue.USER),
                        Types.jobName.of(name),
                        Types.documentFormat.of("application/pdf"))
                .putJobAttributes(Types.copies.of(task.copies().intValue()))
                .build();
        try (InputStream document = use.fetch(task.document())) {
            @Nullable Integer job = client.ask(printer, question, document).getValue(Tag.jobAttributes, Types.jobId);
            return job == null ? byName() : job;
        } catch (IppClient.NotAsked notHeard) {
            throw new DeviceFault(Trouble.OFFLINE);
        } catch (IOException answerLost) {
            LOG.info("The printer's answer was lost; looking for the job: {}", answerLost.toString());
            return byName();
        }
    }

    private int byName() throws DeviceFault, InterruptedException {
        @Nullable Integer job = lookByName(PATIENCE);
        if (job == null) {
            throw new DeviceFault(
                    Trouble.OUTCOME_UNKNOWN, "the answer was lost and the job is not in the printer's list");
        }
        return job;
    }

    /** The job of this name, should it come within the time. */
    private @Nullable Integer lookByName(Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        @Nullable Integer job = lookByName();
        while (job == null && System.nanoTime() < end) {
            Thread.sleep(LOOKS);
            job = lookByName();
        }
        return job;
    }

    private @Nullable Integer lookByName() throws InterruptedException {
        try {
            @Nullable Integer job = queue.find(name);
            toldJobs = true;
            return job;
        } catch (IOException | DeviceFault again) {
            toldJobs = false;
            LOG.debug("The printer does not tell its jobs", again);
            return null;
        }
    }

    private void follow(int job) throws DeviceFault, InterruptedException {
        long heard = System.nanoTime();
        while (true) {
            try {
                AttributeGroup state = state(job);
                heard = System.nanoTime();
                if (isPrinted(state)) {
                    use.progress(100);
                    return;
                }
            } catch (IOException silent) {
                if (System.nanoTime() - heard > PATIENCE.toNanos()) {
                    throw new DeviceFault(Trouble.OUTCOME_UNKNOWN, "the printer took the job and is silent since");
                }
            }
            Thread.sleep(LOOKS);
        }
    }

    private AttributeGroup state(int job) throws IOException, DeviceFault, InterruptedException {
        IppPacket question = IppPacket.getJobAttributes(
                        printer,
                        job,
                        Types.jobState,
                        Types.jobStateReasons,
                        Types.jobMediaSheets,
                        Types.jobMediaSheetsCompleted,
                        CupsWords.JOB_MEDIA_PROGRESS)
                .putOperationAttributes(Types.requestingUserName.of(PrintQueue.USER))
                .build();
        @Nullable AttributeGroup state;
        try {
            state = client.ask(printer, question).get(Tag.jobAttributes);
        } catch (DeviceFault refused) {
            if (refused.why() == Trouble.NOT_PRESENT) {
                throw new DeviceFault(Trouble.OUTCOME_UNKNOWN, "the printer knows nothing of the job any more");
            }
            throw new IOException(refused);
        }
        if (state == null) {
            throw new IOException("The answer has no job in it");
        }
        return state;
    }

    private boolean isPrinted(AttributeGroup job) throws IOException, DeviceFault, InterruptedException {
        @Nullable JobState state = job.getValue(Types.jobState);
        List<String> reasons = job.getStrings(Types.jobStateReasons);
        if (JobState.completed.equals(state)) {
            return true;
        }
        if (JobState.canceled.equals(state)) {
            throw new DeviceFault(Trouble.IO_ERROR, "canceled at the printer: " + reasons);
        }
        if (JobState.pendingHeld.equals(state)) {
            boolean wantsSignIn = reasons.stream().anyMatch(reason -> reason.contains("auth"));
            throw new DeviceFault(wantsSignIn ? Trouble.ACCESS_DENIED : Trouble.IO_ERROR, "held: " + reasons);
        }
        List<Trouble> troubles = printerTroubles();
        if (JobState.aborted.equals(state)) {
            throw new DeviceFault(Reasons.aborted(reasons, troubles), "aborted: " + reasons);
        }
        troubles.stream().filter(said::add).forEach(use::waitsFor);
        progress(job);
        return false;
    }

    private List<Trouble> printerTroubles() throws IOException, InterruptedException {
        try {
            var status = IppPrinter.status(client, printer);
            return switch (status.condition()) {
                case FAULT, DISABLED -> status.troubles();
                case UNKNOWN, OK, WARNING, BUSY -> List.of();
            };
        } catch (DeviceFault refused) {
            throw new IOException(refused);
        }
    }

    private void progress(AttributeGroup job) {
        @Nullable Integer sheets = job.getValue(Types.jobMediaSheets);
        @Nullable Integer out = job.getValue(Types.jobMediaSheetsCompleted);
        @Nullable Integer says = job.getValue(CupsWords.JOB_MEDIA_PROGRESS);
        int now =
                sheets != null && sheets > 0 && out != null ? 100 * out / sheets : Objects.requireNonNullElse(says, 0);
        if (now > percent && now < 100) {
            percent = now;
            use.progress(now);
        }
    }

    /**
     * Has the printer give the job up, and waits until it has. An interrupt was heard already or does not matter: paper of somebody who
     * left must not come out later.
     */
    private Left withdraw(@Nullable Integer known) {
        boolean interrupted = Thread.interrupted();
        Left left = Left.UNKNOWN;
        try {
            @Nullable Integer job = known == null ? lookByName(STILL_ON_ITS_WAY) : known;
            if (job != null) {
                left = givenUp(job);
            } else if (toldJobs) {
                left = Left.GONE;
            }
        } catch (InterruptedException _) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return left;
    }

    private Left givenUp(int job) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Optional<JobState> over = cancelled(job);
        while (over.isEmpty() && System.nanoTime() < end) {
            Thread.sleep(LOOKS);
            over = cancelled(job);
        }
        return over.map(state -> state.equals(JobState.completed) ? Left.PRINTED : Left.GONE)
                .orElse(Left.UNKNOWN);
    }

    /** How it is over; empty where it is not yet. */
    private Optional<JobState> cancelled(int job) throws InterruptedException {
        try {
            Optional<JobState> before = over(job);
            if (before.isPresent()) {
                return before;
            }
            queue.cancel(job, false);
            return over(job);
        } catch (DeviceFault gone) {
            return gone.why() == Trouble.OUTCOME_UNKNOWN ? Optional.of(JobState.canceled) : Optional.empty();
        } catch (IOException silent) {
            LOG.debug("The printer does not answer to the cancelling", silent);
            return Optional.empty();
        }
    }

    private Optional<JobState> over(int job) throws IOException, DeviceFault, InterruptedException {
        return Optional.ofNullable(state(job).getValue(Types.jobState)).filter(OVER::contains);
    }

    /** A CUPS keeps documents for a day unless it is told otherwise. Others do not know the word, and nothing comes of it. */
    private void forget(@Nullable Integer job) throws InterruptedException {
        if (job == null) {
            return;
        }
        boolean interrupted = Thread.interrupted();
        try {
            queue.cancel(job, true);
        } catch (IOException | DeviceFault notKnown) {
            LOG.debug("The printer does not forget a job at wish", notKnown);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
