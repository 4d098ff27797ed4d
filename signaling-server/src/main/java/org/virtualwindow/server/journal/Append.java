package org.virtualwindow.server.journal;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Entries of one stream that stand or fall together, and what follows from them.
 *
 * @param broken set once an append of the stream failed: what was queued behind it would stand on nothing
 * @param before rows the entries refer to
 */
record Append(
        String stream,
        AtomicBoolean broken,
        List<Projection> before,
        List<Entry> entries,
        List<Projection> after,
        Runnable committed,
        Runnable failed) {}
