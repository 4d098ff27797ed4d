package org.virtualwindow.server.room;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.virtualwindow.protocol.CloseCode;
import org.virtualwindow.protocol.values.Role;
import org.virtualwindow.server.connection.Peer;

/** Who is in a room just now: at most one connection at the kiosk and one at the clerk's. Used in the room's mailbox. */
final class Company {
    private final Map<Role, Speaker> present = new HashMap<>();

    /** The newest of a seat wins. */
    void sits(Speaker who) {
        present.put(who.role(), who);
    }

    /** False where another connection has the seat by now. */
    boolean leaves(Speaker who) {
        Speaker here = present.get(who.role());
        return here != null && here.peer() == who.peer() && present.remove(who.role()) != null;
    }

    /** The seat is taken away; whoever had it is told. */
    void asked(Role role, Object goodbye) {
        Speaker here = present.remove(role);
        if (here != null) {
            here.peer().send(goodbye);
        }
    }

    /** Everybody is told what their role may hear, if anything. */
    void hear(Function<Role, Optional<? extends Object>> news) {
        present.values().forEach(member -> news.apply(member.role()).ifPresent(member.peer()::send));
    }

    /** The others are shown what one of them does, if their role may see it. */
    void see(Peer from, Predicate<Role> may, Object shown) {
        present.values().stream()
                .filter(member -> member.peer() != from && may.test(member.role()))
                .forEach(member -> member.peer().send(shown));
    }

    /** Everybody goes, with a word. */
    void parts(Object goodbye) {
        disperses(peer -> peer.send(goodbye));
    }

    /** Everybody's connection is closed. */
    void isSentAway(CloseCode code) {
        disperses(peer -> peer.close(code));
    }

    private void disperses(Consumer<Peer> how) {
        present.values().forEach(member -> how.accept(member.peer()));
        present.clear();
    }
}
