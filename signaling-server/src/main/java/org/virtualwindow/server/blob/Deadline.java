package org.virtualwindow.server.blob;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * Until when work has to be done. A decoder cannot be stopped from outside, but it goes on reading: a file that keeps it busy for
 * hours is one of many passes.
 */
final class Deadline {
    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    static final class Passed extends IOException {
        private static final long serialVersionUID = 1;
    }

    void check() throws Passed {
        if (System.nanoTime() - end > 0) {
            throw new Passed();
        }
    }

    /** The same bytes, as long as there is time. */
    InputStream over(InputStream bytes) {
        return new FilterInputStream(bytes) {
            @Override
            public int read() throws IOException {
                check();
                return super.read();
            }

            @Override
            public int read(byte[] into, int from, int most) throws IOException {
                check();
                return super.read(into, from, most);
            }
        };
    }
}
