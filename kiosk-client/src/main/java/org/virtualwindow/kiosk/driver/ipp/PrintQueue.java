package org.virtualwindow.kiosk.driver.ipp;

import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.Types;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.virtualwindow.kiosk.driver.DeviceFault;
import org.virtualwindow.protocol.values.Trouble;

/** The jobs that a printer has of this kiosk. */
record PrintQueue(IppClient client, URI printer) {
    private static final Logger LOG = LoggerFactory.getLogger(PrintQueue.class);
    static final String USER = "kiosk";
    private static final String NOT_COMPLETED = "not-completed";
    private static final String COMPLETED = "completed";

    private record Queued(int job, @Nullable String name) {
        boolean isOneOf(Set<String> names) {
            return name != null && names.contains(name); // Set.of throws at null
        }
    }

    /** The number of the job of this name, printed or not. */
    @Nullable
    Integer find(String name) throws IOException, DeviceFault, InterruptedException {
        for (String which : List.of(NOT_COMPLETED, COMPLETED)) {
            for (Queued queued : jobs(which)) {
                if (name.equals(queued.name)) {
                    return queued.job;
                }
            }
        }
        return null;
    }

    /** As {@link org.virtualwindow.kiosk.driver.Device#takeBack}. */
    void takeBack(Set<String> names) throws DeviceFault, InterruptedException {
        try {
            for (Queued waiting : jobs(NOT_COMPLETED)) {
                if (waiting.isOneOf(names)) {
                    LOG.warn("Takes back job {}, of which nobody knew the end", waiting.job);
                    cancel(waiting.job, true);
                }
            }
            if (jobs(NOT_COMPLETED).stream().anyMatch(left -> left.isOneOf(names))) {
                throw new DeviceFault(Trouble.BUSY, "a job of an earlier run is not gone yet");
            }
        } catch (IOException silent) {
            throw new DeviceFault(Trouble.OFFLINE);
        }
    }

    /** @param forget its document, too; whoever does not know the word keeps it as long as it likes */
    void cancel(int job, boolean forget) throws IOException, DeviceFault, InterruptedException {
        IppPacket.Builder question =
                IppPacket.cancelJob(printer, job).putOperationAttributes(Types.requestingUserName.of(USER));
        if (forget) {
            question.putOperationAttributes(CupsWords.PURGE_JOB.of(true));
        }
        client.ask(printer, question.build());
    }

    private List<Queued> jobs(String which) throws IOException, DeviceFault, InterruptedException {
        IppPacket question = IppPacket.getJobs(printer, Types.jobId, Types.jobName)
                .putOperationAttributes(Types.whichJobs.of(which), Types.requestingUserName.of(USER))
                .build();
        List<Queued> jobs = new ArrayList<>();
        for (AttributeGroup listed : client.ask(printer, question).getAttributeGroups()) {
            @Nullable Integer job = listed.getValue(Types.jobId);
            if (listed.getTag().equals(Tag.jobAttributes) && job != null) {
                @Nullable String name = listed.getString(Types.jobName);
                jobs.add(new Queued(job, name == null ? nameOf(job) : name));
            }
        }
        return jobs;
    }

    /** CUPS 2.4 now and then leaves the name of a job that is just completed out of its list, and tells it to whoever asks for the job. */
    private @Nullable String nameOf(int job) throws IOException, DeviceFault, InterruptedException {
        IppPacket question = IppPacket.getJobAttributes(printer, job, Types.jobName)
                .putOperationAttributes(Types.requestingUserName.of(USER))
                .build();
        return client.ask(printer, question).getString(Tag.jobAttributes, Types.jobName);
    }
}
