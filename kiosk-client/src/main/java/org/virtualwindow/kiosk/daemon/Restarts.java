package org.virtualwindow.kiosk.daemon;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.virtualwindow.protocol.FromHall.Restarted;
import org.virtualwindow.protocol.values.Trouble;

/** Whether something of this kiosk may be started anew or tried, which nothing is while somebody sits there. Any thread; never waits. */
interface Restarts {
    /** Where there is no browser that could be started anew, and nobody to ask whether somebody sits there. */
    Restarts DAEMON_ALONE = new Restarts() {
        @Override
        public CompletableFuture<Optional<Trouble>> whyNot(Restarted what) {
            return CompletableFuture.completedFuture(
                    what == Restarted.DAEMON ? Optional.empty() : Optional.of(Trouble.NOT_PRESENT));
        }

        @Override
        public void browserAnew() {}
    };

    /** Empty where it may be. */
    CompletableFuture<Optional<Trouble>> whyNot(Restarted what);

    void browserAnew();
}
