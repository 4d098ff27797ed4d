package org.virtualwindow.server.identity;

import java.time.Duration;

/** The three doors with a cookie each, so that one browser may stand at several of them. */
enum Door {
    KIOSK("vw-kiosk", Duration.ofDays(30)),
    CLERK("vw-clerk", Duration.ofHours(12)),
    HALL("vw-hall", Duration.ofHours(12));

    private final String cookie;
    private final Duration lasts;

    Door(String cookie, Duration lasts) {
        this.cookie = cookie;
        this.lasts = lasts;
    }

    /** The prefix makes the browser refuse a cookie of this name that another host or plain http tries to set. */
    String cookie(boolean secure) {
        return secure ? "__Host-" + cookie : cookie;
    }

    /** After this a person signs in again; a kiosk is launched again by its daemon long before. */
    Duration lasts() {
        return lasts;
    }
}
