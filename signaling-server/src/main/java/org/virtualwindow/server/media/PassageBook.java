package org.virtualwindow.server.media;

import org.virtualwindow.protocol.ids.CallId;

/** Remembers, for the server after this one, where the media of calls go. Nothing here blocks. */
public interface PassageBook {
    /** Instead of what was written of the same call. */
    void save(StoredPassage passage);

    void forget(CallId call);
}
