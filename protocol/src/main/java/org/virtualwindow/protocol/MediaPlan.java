package org.virtualwindow.protocol;

import java.util.List;
import java.util.Optional;
import org.virtualwindow.protocol.ids.CallId;
import org.virtualwindow.protocol.values.Role;

/**
 * Who sends sound and picture to whom. A client that sees a new {@code epoch} drops its connections and builds anew: the
 * one path for beginning, reconnecting and joining.
 *
 * @param you the receiver's own participant name
 * @param participants everybody, the receiver included
 */
public record MediaPlan(
        CallId call, Long epoch, MediaMode mode, String you, List<Participant> participants, List<IceServer> iceServers)
        implements ToKiosk, ToClerk {

    /** @param offers this one makes the offer in each pair it is in */
    public record Participant(String name, Role role, Boolean offers) {}

    /** Short-lived TURN credentials, made for this call (coturn's REST scheme). */
    public record IceServer(List<String> urls, Optional<String> username, Optional<String> credential) {}

    /** How media flow. */
    public enum MediaMode {
        /** One connection between the two, negotiated by {@link MediaMessage.MediaSignal}. */
        PEER_TO_PEER,
        /** Everybody sends to and receives from a media server, negotiated by {@link MediaMessage.RelaySignal}. */
        RELAY
    }
}
