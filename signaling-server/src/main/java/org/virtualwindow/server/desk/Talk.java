package org.virtualwindow.server.desk;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.protocol.ids.CallId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.server.call.CallState;

/** The call in which a connected page talks just now. Followed in the desk's mailbox; any thread may ask. */
public final class Talk {
    private volatile @Nullable CallId with;
    private @Nullable RoomId about;

    /**
     * @param call the one at this page's seat, in whatever state
     * @param begins is given a call that is talked in and was not before
     */
    public void follow(Optional<Call> call, Consumer<Call> begins) {
        follow(call, begins, _ -> {});
    }

    /** @param turns is given a call that begins, and one that went on to another room */
    public void follow(Optional<Call> call, Consumer<Call> begins, Consumer<Call> turns) {
        Optional<Call> talking = call.filter(found -> found.state() instanceof CallState.Talking);
        boolean same = talking.filter(found -> found.id().equals(with)).isPresent();
        talking.filter(found -> !same || !found.room().equals(about)).ifPresent(turns);
        talking.filter(_ -> !same).ifPresent(begins);
        with = talking.map(Call::id).orElse(null);
        about = talking.map(Call::room).orElse(null);
    }

    public boolean goesOn() {
        return with != null;
    }
}
