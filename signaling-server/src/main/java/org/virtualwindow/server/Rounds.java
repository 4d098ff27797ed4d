package org.virtualwindow.server;

import java.util.concurrent.TimeUnit;
import org.virtualwindow.server.mailbox.Mailbox;

/** What is looked after from the start on, every now and then. The timer itself never waits: what may wait runs in a mailbox of its own. */
final class Rounds {
    private final Around around;

    Rounds(Around around) {
        this.around = around;
    }

    /** @param look must not wait */
    Rounds quick(Runnable look, long every, TimeUnit unit) {
        around.timer().scheduleWithFixedDelay(look, 0, every, unit);
        return this;
    }

    /** @param kind its mailbox, as docs/CONCURRENCY.md names it */
    Rounds slow(String kind, Runnable look, long every, TimeUnit unit) {
        Mailbox mailbox = around.mailbox(kind);
        return quick(() -> mailbox.execute(look), every, unit);
    }
}
