package org.virtualwindow.campaigns.proxy;

import java.time.Duration;

/**
 * How a stream that goes one way is cut up, as some networks' middle boxes do.
 *
 * @param bytes of a slice, at most
 * @param pause before the next slice, at least
 */
public record Slices(int bytes, Duration pause) {
    public static final Slices NONE = new Slices(Integer.MAX_VALUE, Duration.ZERO);
}
