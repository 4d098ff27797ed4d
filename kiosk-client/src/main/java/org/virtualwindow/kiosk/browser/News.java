package org.virtualwindow.kiosk.browser;

import java.util.Optional;

/** What a run of the browser hears from its processes, its page and the server. */
sealed interface News {
    record Said(Pipe.Event event) implements News {}

    record Launch(String address) implements News {}

    record NoLaunch(String why) implements News {}

    record Alive(String protocol) implements News {}

    /** @param missing as {@link WindowSize#missing} finds it out */
    record Measured(Optional<String> missing) implements News {}

    record Ended() implements News {}
}
