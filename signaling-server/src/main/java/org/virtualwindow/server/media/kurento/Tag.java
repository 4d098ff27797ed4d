package org.virtualwindow.server.media.kurento;

import java.util.Optional;
import org.virtualwindow.protocol.ids.CallId;

/**
 * What a pipeline is called at the media server, so that it can be told whose it is.
 *
 * @param installation the database of the server that made it
 * @param fence that server's number
 */
record Tag(String installation, long fence, CallId call, long epoch) {
    static final String KEY = "virtualwindow";

    private static final int PARTS = 4;

    static Optional<Tag> read(String value) {
        String[] parts = value.split(" ", -1);
        try {
            return parts.length == PARTS
                    ? Optional.of(
                            new Tag(parts[0], Long.parseLong(parts[1]), new CallId(parts[2]), Long.parseLong(parts[3])))
                    : Optional.empty();
        } catch (IllegalArgumentException others) {
            return Optional.empty();
        }
    }

    /** What it is for: the same for the one who adopts it. */
    Plan plan() {
        return new Plan(call, epoch);
    }

    record Plan(CallId call, long epoch) {}

    @Override
    public String toString() {
        return installation + " " + fence + " " + call + " " + epoch;
    }
}
