package org.virtualwindow.server.media;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.virtualwindow.protocol.ids.CallId;

/**
 * A plan through a media server as the next server finds it.
 *
 * @param pages the page of each participant it was made for
 * @param renewAt when its TURN credentials have to be replaced, where there are any
 */
public record StoredPassage(
        CallId call,
        Long epoch,
        String uri,
        String pipeline,
        Map<String, String> pages,
        List<End> endpoints,
        Optional<Instant> renewAt) {

    /** The endpoint of one stream at one end. */
    public record End(Relay.Stream stream, String endpoint) {}
}
