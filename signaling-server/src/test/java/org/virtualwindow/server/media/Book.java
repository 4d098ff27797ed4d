package org.virtualwindow.server.media;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.virtualwindow.protocol.ids.CallId;

/** Remembers passages in memory. */
public final class Book implements PassageBook {
    private final Map<CallId, StoredPassage> written = new ConcurrentHashMap<>();

    public Map<CallId, StoredPassage> written() {
        return written;
    }

    @Override
    public void save(StoredPassage passage) {
        written.put(passage.call(), passage);
    }

    @Override
    public void forget(CallId call) {
        written.remove(call);
    }
}
