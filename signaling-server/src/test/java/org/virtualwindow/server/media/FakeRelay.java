package org.virtualwindow.server.media;

import java.util.List;
import org.virtualwindow.protocol.MediaMessage.Candidate;
import org.virtualwindow.protocol.ids.CallId;

/** A relay that is always up and answers nothing. */
final class FakeRelay implements Relay {
    /** Where the next passage goes. */
    String server = "one";

    @Override
    public boolean up() {
        return true;
    }

    @Override
    public Passage open(CallId call, long epoch, Listener listener) {
        return new MutePassage(server);
    }

    @Override
    public Passage adopt(StoredPassage stored, Listener listener) {
        return new MutePassage(stored.uri());
    }

    private record MutePassage(String server) implements Passage {
        @Override
        public void offer(Stream stream, String sdp) {}

        @Override
        public void candidates(Stream stream, List<Candidate> candidates) {}

        @Override
        public void close() {}
    }
}
