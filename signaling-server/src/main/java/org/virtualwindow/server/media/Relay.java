package org.virtualwindow.server.media;

import java.util.List;
import java.util.Map;
import org.virtualwindow.protocol.MediaMessage.Candidate;
import org.virtualwindow.protocol.MediaMessage.MediaSource;
import org.virtualwindow.protocol.ids.CallId;

/** Media servers that sound and picture can go through. Nothing here blocks. */
public interface Relay {
    /** There is none. */
    Relay NONE = new Relay() {
        @Override
        public boolean up() {
            return false;
        }

        @Override
        public Passage open(CallId call, long epoch, Listener listener) {
            throw new IllegalStateException("There is no relay");
        }

        @Override
        public Passage adopt(StoredPassage stored, Listener listener) {
            throw new IllegalStateException("There is no relay");
        }
    };

    /** Whether a plan may go through it now. */
    boolean up();

    /** A way through for the plan of one epoch. What does not come about is told to the listener. */
    Passage open(CallId call, long epoch, Listener listener);

    /** Takes up a passage that an earlier server opened: tells that it is adopted, or that it failed. */
    Passage adopt(StoredPassage stored, Listener listener);

    /** The way of one plan. */
    interface Passage {
        /** The media server it goes through, by any name. */
        String server();

        /** The first offer for a stream is answered, any other is dropped: an endpoint negotiates once, and a new plan brings new ones. */
        void offer(Stream stream, String sdp);

        /** Also before the offer; kept until there is an endpoint, as far as they are not too many. */
        void candidates(Stream stream, List<Candidate> candidates);

        /** Everything it holds at the media server is let go. */
        void close();
    }

    /**
     * A stream at one end.
     *
     * @param of whose sound and picture it is
     * @param at who sends it, if that is {@code of}, or receives it
     */
    record Stream(String of, String at, MediaSource source) {
        public boolean sends() {
            return of.equals(at);
        }
    }

    /** Is told by any thread, answers before their candidates. */
    interface Listener {
        void answered(Stream stream, String sdp);

        /** An empty list says that there are no more. */
        void candidates(Stream stream, List<Candidate> candidates);

        void adopted();

        /** What a later server would have to know to adopt it. */
        void built(Built built);

        /**
         * Nothing goes through any more, or never did. Told once.
         *
         * @param unfit these browsers cannot use a relay at all
         */
        void failed(boolean unfit);
    }

    /** Where a passage is, in the media server's own names. */
    record Built(String uri, String pipeline, Map<Stream, String> endpoints) {}
}
