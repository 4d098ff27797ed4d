package org.virtualwindow.server.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.virtualwindow.protocol.ids.KioskId;

/** The desk as others see it: what is on disk, and who is connected. It moves on in the desk's mailbox; any thread may look. */
final class Published {
    private final List<DeskListener> listeners = new CopyOnWriteArrayList<>();
    private volatile DeskState now;

    Published(DeskState found) {
        this.now = found;
    }

    DeskState now() {
        return now;
    }

    void listen(DeskListener listener) {
        listeners.add(listener);
    }

    /** These changes are on disk now, on top of what was before; who is connected is as the desk knows it, on disk or not. */
    void committed(List<? extends DeskChange> changes, DeskState desk) {
        DeskState next = now.after(changes);
        show(new DeskState(next.calls(), next.duties(), desk.kiosks(), desk.clerks(), next.lastEnded()));
    }

    /** What is not written down has changed: who is connected, what a kiosk no longer shows. */
    void unwritten(DeskState desk) {
        Map<KioskId, DeskState.EndedCall> ended = new HashMap<>(now.lastEnded());
        ended.keySet().retainAll(desk.lastEnded().keySet());
        show(new DeskState(now.calls(), now.duties(), desk.kiosks(), desk.clerks(), ended));
    }

    private void show(DeskState next) {
        DeskState before = now;
        now = next;
        listeners.forEach(listener -> listener.changed(before, next));
    }
}
