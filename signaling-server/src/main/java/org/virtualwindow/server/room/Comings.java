package org.virtualwindow.server.room;

import java.time.Instant;
import java.util.Optional;
import org.virtualwindow.protocol.ids.ClerkId;

/**
 * How an applicant leaves a matter and comes back to it.
 *
 * @param clerk who sat in the room last
 * @param resumableUntil a code is in force
 * @param aside nobody sits at the kiosk: the applicant left with the code
 * @param resumedAt when they came back last
 * @param awaySince they are away from the kiosk for a moment
 */
record Comings(
        Optional<ClerkId> clerk,
        Optional<Instant> resumableUntil,
        boolean aside,
        Optional<Instant> resumedAt,
        Optional<Instant> awaySince) {
    static final Comings FIRST =
            new Comings(Optional.empty(), Optional.empty(), false, Optional.empty(), Optional.empty());

    Comings with(ClerkId seated) {
        return new Comings(Optional.of(seated), resumableUntil, aside, resumedAt, awaySince);
    }

    Comings resumable(Instant until) {
        return new Comings(clerk, Optional.of(until), aside, resumedAt, awaySince);
    }

    /** Whether a code is in force. */
    boolean codeInForce(Instant now) {
        return resumableUntil.filter(now::isBefore).isPresent();
    }

    Comings putAside() {
        return new Comings(clerk, resumableUntil, true, resumedAt, Optional.empty());
    }

    /** The code is used up. */
    Comings resumed(Instant at) {
        return new Comings(clerk, Optional.empty(), false, Optional.of(at), Optional.empty());
    }

    Comings away(Instant since) {
        return new Comings(clerk, resumableUntil, aside, resumedAt, Optional.of(since));
    }

    Comings back() {
        return new Comings(clerk, resumableUntil, aside, resumedAt, Optional.empty());
    }
}
