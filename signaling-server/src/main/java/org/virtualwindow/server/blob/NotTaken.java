package org.virtualwindow.server.blob;

/** A page is not taken, for a reason that its sender is told. */
final class NotTaken extends Exception {
    private static final long serialVersionUID = 1;

    private final Refused why;

    NotTaken(Refused why) {
        super(why.code());
        this.why = why;
    }

    Refused why() {
        return why;
    }
}
