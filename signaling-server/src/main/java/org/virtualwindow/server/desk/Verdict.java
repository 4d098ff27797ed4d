package org.virtualwindow.server.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.virtualwindow.protocol.values.Refusal;

/** What the desk says to a command. */
sealed interface Verdict {
    /** @param changes none where everything is so already */
    record Happens(List<? extends DeskChange> changes) implements Verdict {}

    record Refuses(Refusal why, Optional<Instant> until) implements Verdict {}
}
