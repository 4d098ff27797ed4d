package org.virtualwindow.server.media;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.protocol.MediaMessage.MediaState;
import org.virtualwindow.protocol.MediaPlan.Participant;
import org.virtualwindow.protocol.values.Role;
import org.virtualwindow.server.connection.Peer;

/** The pages in a call, and what each said last of its own sound and picture. Used in the call's mailbox. */
final class Talkers {
    static final String KIOSK = "kiosk";
    static final String CLERK = "clerk";
    static final List<Participant> PAIR =
            List.of(new Participant(KIOSK, Role.APPLICANT, true), new Participant(CLERK, Role.CLERK, false));

    private final Map<String, Member> here = new HashMap<>();

    private static final class Member {
        private Peer peer;
        private @Nullable MediaState state;

        Member(Peer peer) {
            this.peer = peer;
        }

        boolean isConnected(long epoch) {
            return state != null && state.connected().equals(Optional.of(epoch));
        }
    }

    /** Whether the same page was here before: then only its line was cut. */
    boolean join(String name, Peer peer) {
        Member before = here.get(name);
        if (before != null && before.peer.page().equals(peer.page())) {
            before.peer = peer;
            return true;
        }
        here.put(name, new Member(peer));
        return false;
    }

    boolean complete() {
        return here.size() == PAIR.size();
    }

    /** Whether this is the connection by which that participant is here. */
    boolean is(String name, Peer peer) {
        Member member = here.get(name);
        return member != null && member.peer == peer;
    }

    boolean has(String name) {
        return here.containsKey(name);
    }

    /** The page of each. */
    Map<String, String> pages() {
        return here.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, member -> member.getValue().peer.page()));
    }

    void each(BiConsumer<String, Peer> task) {
        here.forEach((name, member) -> task.accept(name, member.peer));
    }

    void tell(String name, Object message) {
        Member member = here.get(name);
        if (member != null) {
            member.peer.send(message);
        }
    }

    /** What somebody says of themselves; the other is told. */
    void says(String name, MediaState state) {
        here.forEach((each, member) -> {
            if (each.equals(name)) {
                member.state = state;
            } else {
                member.peer.send(state);
            }
        });
    }

    /** What the others said of themselves. */
    void tellOfOthers(String name, Peer peer) {
        here.forEach((other, member) -> {
            if (!other.equals(name) && member.state != null) {
                peer.send(member.state);
            }
        });
    }

    /** Everybody says that the other's face and voice arrive. */
    boolean areConnected(long epoch) {
        return complete() && here.values().stream().allMatch(member -> member.isConnected(epoch));
    }

    void leave() {
        here.clear();
    }
}
