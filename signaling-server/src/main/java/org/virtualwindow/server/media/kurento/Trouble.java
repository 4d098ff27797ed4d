package org.virtualwindow.server.media.kurento;

/** A media server did not do what it was asked. */
abstract sealed class Trouble extends RuntimeException {
    private static final long serialVersionUID = 1;

    private Trouble(String what) {
        super(what);
    }

    /** There is no connection any more, or none that can be trusted. */
    static final class Lost extends Trouble {
        private static final long serialVersionUID = 1;

        Lost(String why) {
            super(why);
        }
    }

    /** It answered that it would not. */
    static final class Refused extends Trouble {
        private static final long serialVersionUID = 1;
        private static final int SDP_ERRORS = 402;
        private static final int PER_KIND = 100;

        private final int code;

        Refused(String what, int code) {
            super(what + " was refused with " + code);
            this.code = code;
        }

        /** What the browser offered is the reason. */
        boolean ofTheOffer() {
            return code / PER_KIND == SDP_ERRORS;
        }
    }
}
