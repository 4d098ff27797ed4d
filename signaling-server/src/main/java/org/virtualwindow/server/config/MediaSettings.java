package org.virtualwindow.server.config;

import java.net.URI;
import java.util.List;

/**
 * Which way sound and picture go.
 *
 * @param kurento the media servers, as WebSocket addresses like {@code ws://media-1.example.org:8888/kurento}
 */
public record MediaSettings(Mode mode, List<URI> kurento) {
    public static final MediaSettings USUAL = new MediaSettings(Mode.PEER_TO_PEER, List.of());

    public enum Mode {
        /** The two browsers send to each other, or through a TURN server. */
        PEER_TO_PEER,
        /** Everything goes through a media server. */
        RELAY,
        /** Through a media server where the two browsers do not reach each other. */
        AS_NEEDED
    }
}
