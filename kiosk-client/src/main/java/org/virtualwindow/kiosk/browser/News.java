package org.virtualwindow.kiosk.browser;

/** What a run of the browser hears from its processes, its page and the server. */
sealed interface News {
    record Said(Pipe.Event event) implements News {}

    record Launch(String address) implements News {}

    record NoLaunch(String why) implements News {}

    record Alive(String protocol) implements News {}

    /** @param missing the size to begin with, like 1080,1921; empty where the window covers its screen */
    record Measured(String missing) implements News {}

    record Ended() implements News {}
}
