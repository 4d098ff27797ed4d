package org.virtualwindow.server.config;

import java.time.Duration;

/**
 * What one connection may do before it is closed.
 *
 * @param messagesPerSecond what a peer may say for long; a person who types, points and moves the mouse sends at most about 40
 * @param burst what it may say at once
 * @param silence a peer that is not heard this long is given up; pages beat every 10 s
 * @param silenceInCall the same in a call, where pages beat every 2 s
 */
public record ConnectionLimits(int messagesPerSecond, int burst, Duration silence, Duration silenceInCall) {
    public static final ConnectionLimits USUAL =
            new ConnectionLimits(80, 400, Duration.ofSeconds(30), Duration.ofSeconds(6));
}
