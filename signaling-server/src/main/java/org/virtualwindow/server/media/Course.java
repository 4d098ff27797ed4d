package org.virtualwindow.server.media;

import org.virtualwindow.protocol.MediaPlan.MediaMode;
import org.virtualwindow.server.config.MediaSettings.Mode;

/**
 * Which way the next plan of a call goes, from what was chosen and what broke before. Immutable.
 *
 * @param brokeDirectly the browsers did not reach each other, or lost each other
 * @param brokeRelayed how many plans in a row broke on their way through the relay
 */
record Course(Mode chosen, boolean brokeDirectly, int brokeRelayed) {
    private static final int TRIES = 2;

    static Course of(Mode chosen) {
        return new Course(chosen, false, 0);
    }

    MediaMode next(boolean relayUp) {
        boolean wanted = switch (chosen) {
            case PEER_TO_PEER -> false;
            case RELAY -> true;
            case AS_NEEDED -> brokeDirectly;
        };
        return wanted && relayUp && brokeRelayed < TRIES ? MediaMode.RELAY : MediaMode.PEER_TO_PEER;
    }

    /**
     * A plan broke.
     *
     * @param lasted it had stood for a while: what broke before it says nothing any more
     */
    Course broke(MediaMode mode, boolean lasted) {
        return switch (mode) {
            case PEER_TO_PEER -> new Course(chosen, true, 0);
            case RELAY -> new Course(chosen, brokeDirectly, lasted ? 1 : brokeRelayed + 1);
        };
    }

    /** The relay cannot serve these pages: trying again would end the same way. */
    Course unfit() {
        return new Course(chosen, brokeDirectly, TRIES);
    }

    /** Another page joined; the network is the same. */
    Course withOthers() {
        return new Course(chosen, brokeDirectly, 0);
    }
}
