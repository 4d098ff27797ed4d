package org.virtualwindow.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyncBeforeAnswerIT {
    private static final int OPERATIONS = 30;

    @Test
    void whatIsAcknowledgedIsOnTheDiskFirst(@TempDir Path folder) throws Exception {
        assumeThat(Strace.isPossible()).as("strace is here and may watch").isTrue();
        SyncOrder found = Strace.watch(folder, OPERATIONS);
        assertThat(found.answers()).isEqualTo(OPERATIONS);
        assertThat(found.syncs()).isGreaterThanOrEqualTo(OPERATIONS);
        assertThat(found.early()).isEmpty();
    }
}
