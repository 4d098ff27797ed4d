package org.virtualwindow.server.journal;

import java.util.List;

/**
 * Entries of one stream that stand or fall together, and what follows from them.
 *
 * @param before rows the entries refer to
 */
record Append(
        String stream,
        List<Projection> before,
        List<Entry> entries,
        List<Projection> after,
        Runnable committed,
        Runnable failed) {}
