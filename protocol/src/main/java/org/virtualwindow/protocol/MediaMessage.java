package org.virtualwindow.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Optional;
import org.virtualwindow.protocol.ids.CallId;

/** Sound and picture between the people in a call. Ephemeral: relayed to the one it names, never kept, never answered. */
public sealed interface MediaMessage extends FromKiosk, FromClerk, ToKiosk, ToClerk {
    CallId call();

    /**
     * One step of the WebRTC negotiation between two participants, dropped when {@code epoch} is not the plan's.
     *
     * @param from the sender; the server writes it
     * @param step a {@link Step} as text: it is between the two browsers, the server passes it on unread
     */
    record MediaSignal(CallId call, Long epoch, String from, String to, String step) implements MediaMessage {}

    /**
     * One step of the negotiation with the relay about one stream, dropped when {@code epoch} is not the plan's. The client
     * makes the offer: of its own streams it only sends, of another's it only receives.
     *
     * @param of the participant whose sound and picture these are
     */
    record RelaySignal(CallId call, Long epoch, String of, MediaSource source, Step step) implements MediaMessage {}

    /** What a participant shows; each is one connection to the relay per sender and receiver. */
    enum MediaSource {
        /** Microphone and camera. */
        TALK,
        /** The shared screen, connected when it is shared for the first time in an epoch. */
        SCREEN,
        /** What lies under the kiosk's document camera, connected when the clerk watches it for the first time in an epoch. */
        BED
    }

    /**
     * What the sender's camera, microphone and screen do, so that the other can be told in words.
     *
     * @param connected the epoch of the plan by which the other's face and voice arrive; absent while they do not
     * @param bed what lies under the document camera is sent; absent while it is not
     */
    record MediaState(
            CallId call,
            Sending camera,
            Sending microphone,
            Boolean screen,
            Optional<Long> connected,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Boolean> bed)
            implements MediaMessage {

        public MediaState(CallId call, Sending camera, Sending microphone, Boolean screen, Optional<Long> connected) {
            this(call, camera, microphone, screen, connected, Optional.empty());
        }

        /** Of a sender to whom nothing arrives. */
        public MediaState(CallId call, Sending camera, Sending microphone, Boolean screen) {
            this(call, camera, microphone, screen, Optional.empty());
        }
    }

    /** The sender's connection is broken: the server makes a new plan with the next epoch. */
    record MediaRestart(CallId call, Long epoch) implements MediaMessage {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
    sealed interface Step {}

    record Offer(String sdp) implements Step {}

    record Answered(String sdp) implements Step {}

    /** Several at a time, at most six messages in a call; an empty list says that there are no more. */
    record Candidates(List<Candidate> candidates) implements Step {}

    record Candidate(String candidate, Optional<String> sdpMid, Optional<Integer> sdpMLineIndex) {}

    /** Whether a device sends. */
    enum Sending {
        ON,
        /** Muted or switched off by its owner. */
        OFF,
        /** There is none, or its use was refused. */
        NONE
    }
}
