package org.virtualwindow.server.media;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.protocol.MediaMessage.MediaRestart;
import org.virtualwindow.protocol.MediaMessage.MediaSignal;
import org.virtualwindow.protocol.MediaMessage.MediaState;
import org.virtualwindow.protocol.MediaPlan;
import org.virtualwindow.protocol.MediaPlan.Participant;
import org.virtualwindow.protocol.ids.CallId;
import org.virtualwindow.protocol.values.Role;
import org.virtualwindow.server.config.TurnCredentials;
import org.virtualwindow.server.connection.Peer;
import org.virtualwindow.server.mailbox.Mailbox;

/** The media of one call between the kiosk and the clerk. Runs in its own mailbox; nothing of it is kept. */
final class MediaRoom {
    static final String KIOSK = "kiosk";
    static final String CLERK = "clerk";

    private static final List<Participant> PAIR =
            List.of(new Participant(KIOSK, Role.APPLICANT, true), new Participant(CLERK, Role.CLERK, false));

    private final CallId call;
    private final Mailbox mailbox;
    private final TurnCredentials turn;
    private final InstantSource clock;
    private final Map<String, Member> members = new HashMap<>();
    private final LongSupplier epochs;
    private long epoch;
    private Instant renewAt = Instant.MAX;

    private static final class Member {
        private Peer peer;
        private @Nullable MediaState state;

        Member(Peer peer) {
            this.peer = peer;
        }
    }

    /** @param epochs numbers plans, each above every one before it, also of an earlier talk of the same call and an earlier server */
    MediaRoom(CallId call, LongSupplier epochs, TurnCredentials turn, InstantSource clock, Executor threads) {
        this.call = call;
        this.epochs = epochs;
        this.turn = turn;
        this.clock = clock;
        this.mailbox = new Mailbox(threads);
    }

    /** A page joins. The same page after a cut keeps the plan and its connections; another page needs them anew. */
    void join(String name, Peer peer) {
        mailbox.execute(() -> {
            Member before = members.get(name);
            if (before != null && before.peer.page().equals(peer.page())) {
                before.peer = peer;
                tellPlan(name, peer);
                tellStates(name, peer);
                return;
            }
            members.put(name, new Member(peer));
            if (members.size() == PAIR.size()) {
                planAnew();
            }
        });
    }

    void relay(String from, Peer peer, MediaSignal signal) {
        mailbox.execute(() -> {
            Member to = members.get(signal.to());
            if (speaks(from, peer) && to != null && !signal.to().equals(from) && signal.epoch() == epoch) {
                to.peer.send(new MediaSignal(call, epoch, from, signal.to(), signal.step()));
            }
        });
    }

    void state(String from, Peer peer, MediaState state) {
        mailbox.execute(() -> {
            Member speaker = members.get(from);
            if (speaker != null && speaker.peer == peer) {
                speaker.state = state;
                members.forEach((name, member) -> {
                    if (!name.equals(from)) {
                        member.peer.send(state);
                    }
                });
            }
        });
    }

    /** Somebody's connection is broken. Both may say so of the same epoch: one new plan answers both. */
    void restart(String from, Peer peer, MediaRestart restart) {
        mailbox.execute(() -> {
            if (speaks(from, peer) && restart.epoch() == epoch && members.size() == PAIR.size()) {
                planAnew();
            }
        });
    }

    /** Credentials for TURN end by themselves: a new plan brings new ones before that. */
    void renew() {
        mailbox.execute(() -> {
            if (!clock.instant().isBefore(renewAt) && members.size() == PAIR.size()) {
                planAnew();
            }
        });
    }

    private boolean speaks(String name, Peer peer) {
        Member member = members.get(name);
        return member != null && member.peer == peer;
    }

    private void planAnew() {
        epoch = epochs.getAsLong();
        renewAt = turn.replaceAt(clock.instant());
        members.forEach((name, member) -> {
            tellPlan(name, member.peer);
            tellStates(name, member.peer);
        });
    }

    private void tellPlan(String name, Peer peer) {
        if (members.size() == PAIR.size()) {
            peer.send(new MediaPlan(
                    call, epoch, MediaPlan.MediaMode.PEER_TO_PEER, name, PAIR, turn.forCall(call, clock.instant())));
        }
    }

    private void tellStates(String name, Peer peer) {
        members.forEach((other, member) -> {
            if (!other.equals(name) && member.state != null) {
                peer.send(member.state);
            }
        });
    }
}
