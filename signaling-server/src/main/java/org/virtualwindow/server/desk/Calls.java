package org.virtualwindow.server.desk;

import java.util.AbstractMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.protocol.ids.CallId;
import org.virtualwindow.protocol.ids.ClerkId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.server.call.CallState;

/** All calls that are not over. Immutable, and quick to ask: at every change of the desk each page looks for its own call. */
public final class Calls extends AbstractMap<CallId, Call> {
    public static final Calls NONE = new Calls(Map.of());

    private final Map<CallId, Call> all;
    private final Map<KioskId, Call> at = new HashMap<>();
    private final Map<ClerkId, Call> of = new HashMap<>();
    private final Map<RoomId, CallId> talkingIn = new HashMap<>();

    Calls(Map<CallId, Call> all) {
        this.all = Map.copyOf(all);
        this.all.forEach((id, call) -> {
            if (call.goesOn()) {
                at.put(call.kiosk(), call);
            }
            call.clerk().ifPresent(clerk -> of.put(clerk, call));
            if (call.state() instanceof CallState.Talking) {
                talkingIn.put(call.room(), id);
            }
        });
    }

    /** The call that goes on at this kiosk. */
    Optional<Call> at(KioskId kiosk) {
        return Optional.ofNullable(at.get(kiosk));
    }

    /** The call that rings at, is talked in by, or is wrapped up by this clerk. */
    Optional<Call> of(ClerkId clerk) {
        return Optional.ofNullable(of.get(clerk));
    }

    /** The call in which a clerk sits in this room. */
    Optional<CallId> talkingIn(RoomId room) {
        return Optional.ofNullable(talkingIn.get(room));
    }

    @Override
    public @Nullable Call get(@Nullable Object id) {
        return id == null ? null : all.get(id);
    }

    @Override
    public boolean containsKey(@Nullable Object id) {
        return id != null && all.containsKey(id);
    }

    @Override
    public Set<Entry<CallId, Call>> entrySet() {
        return all.entrySet();
    }
}
