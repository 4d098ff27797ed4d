package org.virtualwindow.server.media.kurento;

import java.time.Duration;

/**
 * How long a media server may take.
 *
 * @param call for one request
 * @param connect for TCP, the handshake and the proof that it works
 * @param probe for the answer to a probe
 * @param probeEvery how often it is asked whether it is alive
 * @param retryFirst before the first new try to connect; doubled each time
 * @param retryLongest before any later one
 * @param sweepEvery how often what nobody owns is looked for
 * @param adopt for a server that was left with a call to be there again; meanwhile media flow, or the pages say that they do not
 * @param batch for how long its candidates are collected before they are sent on together
 */
record Patience(
        Duration call,
        Duration connect,
        Duration probe,
        Duration probeEvery,
        Duration retryFirst,
        Duration retryLongest,
        Duration sweepEvery,
        Duration adopt,
        Duration batch) {
    /** A fault is known after at most 3 s, so that both screens have a new plan and media again within 6. */
    static final Patience USUAL = new Patience(
            Duration.ofSeconds(3),
            Duration.ofSeconds(4),
            Duration.ofSeconds(2),
            Duration.ofSeconds(1),
            Duration.ofMillis(500),
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofSeconds(15),
            Duration.ofMillis(40));
}
