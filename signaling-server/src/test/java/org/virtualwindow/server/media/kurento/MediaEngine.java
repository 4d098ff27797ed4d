package org.virtualwindow.server.media.kurento;

import java.util.Optional;

/** What carries sound and picture behind {@link FakeKurento}. May be called by several threads at once. */
public interface MediaEngine {
    /** Called once, before anything else. */
    void listen(Found found);

    /** Negotiates an endpoint, once. May take its time. */
    String answer(String endpoint, String sdpOffer);

    /** One of the browser's candidates. */
    void candidate(String endpoint, String candidate, String sdpMid, int sdpMLineIndex);

    /**
     * From now on {@code sink}'s browser gets what {@code source}'s browser sends; either may not have been negotiated yet.
     *
     * @param mediaType {@code AUDIO} or {@code VIDEO} where only that is meant
     */
    void connect(String source, String sink, Optional<String> mediaType);

    void release(String endpoint);

    /** Where the engine tells of its own candidates, as soon as it likes. */
    interface Found {
        void candidate(String endpoint, String candidate, String sdpMid, int sdpMLineIndex);

        /** There are no more. */
        void done(String endpoint);
    }
}
