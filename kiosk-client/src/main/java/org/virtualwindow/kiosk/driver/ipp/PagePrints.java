package org.virtualwindow.kiosk.driver.ipp;

import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.Types;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.virtualwindow.kiosk.driver.DeviceFault;
import org.virtualwindow.kiosk.driver.Use;

/**
 * What the kiosk's page itself prints goes past this daemon: the browser hands it to the CUPS of this machine, as the user who runs both.
 */
record PagePrints(IppClient client, URI server, String user) {
    private static final Logger LOG = LoggerFactory.getLogger(PagePrints.class);

    /** None that waits or is being printed comes out any more. */
    void cancel() throws IOException, DeviceFault, InterruptedException {
        IppPacket question = IppPacket.getJobs(server, Types.jobId, Types.jobName)
                .putOperationAttributes(
                        Types.whichJobs.of("not-completed"), Types.myJobs.of(true), Types.requestingUserName.of(user))
                .build();
        for (AttributeGroup listed : client.ask(server, question).getAttributeGroups()) {
            @Nullable Integer job = listed.getValue(Types.jobId);
            @Nullable String name = listed.getString(Types.jobName);
            if (listed.getTag().equals(Tag.jobAttributes) && job != null && !isOurs(name)) {
                cancel(job);
            }
        }
    }

    /** A use of this daemon, which looks after it itself. */
    private static boolean isOurs(@Nullable String name) {
        return name != null && name.startsWith(Use.NAMED);
    }

    private void cancel(int job) throws IOException, InterruptedException {
        try {
            client.ask(
                    server,
                    IppPacket.cancelJob(server, job)
                            .putOperationAttributes(Types.requestingUserName.of(user), CupsWords.PURGE_JOB.of(true))
                            .build());
            LOG.info("Took back job {}, which the page had printed", job);
        } catch (DeviceFault overMeanwhile) {
            LOG.warn("Job {} of the page cannot be taken back: {}", job, overMeanwhile.why());
        }
    }
}
