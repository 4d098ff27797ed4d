package org.virtualwindow.server.desk;

import java.time.Instant;
import org.virtualwindow.protocol.ids.ClerkId;
import org.virtualwindow.server.journal.Projection;

/** Whether a clerk said that they take calls, and since when. Kept over a restart. */
public record Duty(ClerkId clerk, Boolean ready, Instant since) implements DeskChange {
    @Override
    public DeskState in(DeskState before) {
        return before.with(this);
    }

    @Override
    public Projection row() {
        return DeskRows.of(this);
    }
}
