package org.virtualwindow.server.media;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.virtualwindow.protocol.MediaMessage.Answered;
import org.virtualwindow.protocol.MediaMessage.Candidate;
import org.virtualwindow.protocol.MediaMessage.Candidates;
import org.virtualwindow.protocol.MediaMessage.MediaRestart;
import org.virtualwindow.protocol.MediaMessage.MediaSignal;
import org.virtualwindow.protocol.MediaMessage.MediaState;
import org.virtualwindow.protocol.MediaMessage.Offer;
import org.virtualwindow.protocol.MediaMessage.RelaySignal;
import org.virtualwindow.protocol.MediaMessage.Step;
import org.virtualwindow.protocol.MediaPlan;
import org.virtualwindow.protocol.MediaPlan.MediaMode;
import org.virtualwindow.protocol.MediaPlan.Participant;
import org.virtualwindow.protocol.ids.CallId;
import org.virtualwindow.protocol.values.Role;
import org.virtualwindow.server.connection.Peer;
import org.virtualwindow.server.mailbox.Mailbox;
import org.virtualwindow.server.media.Relay.Stream;

/**
 * The media of one call between the kiosk and the clerk. Runs in its own mailbox. Whatever breaks, the answer is a new plan with
 * a new epoch, which may go another way.
 */
final class MediaRoom {
    static final String KIOSK = "kiosk";
    static final String CLERK = "clerk";

    private static final Logger log = LoggerFactory.getLogger(MediaRoom.class);
    private static final Duration A_WHILE = Duration.ofMinutes(1);
    private static final List<Participant> PAIR =
            List.of(new Participant(KIOSK, Role.APPLICANT, true), new Participant(CLERK, Role.CLERK, false));

    private final CallId call;
    private final LongSupplier epochs;
    private final MediaParts parts;
    private final Mailbox mailbox;
    private final Map<String, Member> members = new HashMap<>();
    private Course course;
    private long epoch;
    private MediaMode mode = MediaMode.PEER_TO_PEER;
    private Map<String, String> plannedFor = Map.of();
    private Instant plannedAt;
    private Instant renewAt = Instant.MAX;
    private Relay.@Nullable Passage passage;
    private boolean adopting;
    private boolean written;

    private static final class Member {
        private Peer peer;
        private @Nullable MediaState state;

        Member(Peer peer) {
            this.peer = peer;
        }
    }

    /** @param epochs numbers plans, each above every one before it, also of an earlier talk of the same call and an earlier server */
    MediaRoom(CallId call, LongSupplier epochs, MediaParts parts) {
        this.call = call;
        this.epochs = epochs;
        this.parts = parts;
        this.mailbox = new Mailbox(parts.threads());
        this.course = Course.of(parts.mode());
        this.plannedAt = parts.clock().instant();
    }

    /** Goes on with the plan of an earlier server, if its passage still stands and both pages come back. */
    void adopt(StoredPassage stored) {
        mailbox.execute(() -> {
            epoch = stored.epoch();
            mode = MediaMode.RELAY;
            plannedFor = stored.pages();
            renewAt = stored.renewAt().orElse(Instant.MAX);
            adopting = true;
            written = true;
            passage = parts.relay().adopt(stored, new OfEpoch(epoch));
        });
    }

    /** A page joins. The same page after a cut keeps the plan and its connections; another page needs them anew. */
    void join(String name, Peer peer) {
        mailbox.execute(() -> {
            Member before = members.get(name);
            boolean same = before != null && before.peer.page().equals(peer.page());
            if (before != null && same) {
                before.peer = peer;
            } else {
                members.put(name, new Member(peer));
            }
            if (!complete()) {
                return;
            }
            if (!pages().equals(plannedFor)) {
                course = course.withOthers();
                planAnew();
            } else if (same) {
                tell(name, peer);
            } else {
                tellAll();
            }
        });
    }

    void signal(String from, Peer peer, MediaSignal signal) {
        mailbox.execute(() -> {
            Member to = members.get(signal.to());
            if (speaks(from, peer, signal.epoch())
                    && mode == MediaMode.PEER_TO_PEER
                    && to != null
                    && !signal.to().equals(from)) {
                to.peer.send(new MediaSignal(call, epoch, from, signal.to(), signal.step()));
            }
        });
    }

    void signal(String from, Peer peer, RelaySignal signal) {
        mailbox.execute(() -> {
            if (speaks(from, peer, signal.epoch()) && passage != null && members.containsKey(signal.of())) {
                Stream stream = new Stream(signal.of(), from, signal.source());
                switch (signal.step()) {
                    case Offer offer -> passage.offer(stream, offer.sdp());
                    case Candidates candidates -> passage.candidates(stream, candidates.candidates());
                    case Answered _ -> {} // the browser makes every offer
                }
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
            if (speaks(from, peer, restart.epoch()) && complete()) {
                course = course.broke(mode, hasLasted());
                planAnew();
            }
        });
    }

    /** Credentials for TURN end by themselves: a new plan brings new ones before that. */
    void renew() {
        mailbox.execute(() -> {
            if (!parts.clock().instant().isBefore(renewAt) && complete()) {
                planAnew();
            }
        });
    }

    /** The talk is over. */
    void end() {
        mailbox.execute(() -> {
            members.clear();
            letGo();
        });
    }

    private boolean complete() {
        return members.size() == PAIR.size();
    }

    private boolean speaks(String name, Peer peer, long ofEpoch) {
        Member member = members.get(name);
        return member != null && member.peer == peer && ofEpoch == epoch;
    }

    private Map<String, String> pages() {
        return members.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, member -> member.getValue().peer.page()));
    }

    private boolean hasLasted() {
        return plannedAt.plus(A_WHILE).isBefore(parts.clock().instant());
    }

    private void planAnew() {
        letGo();
        epoch = epochs.getAsLong();
        plannedAt = parts.clock().instant();
        renewAt = parts.turn().replaceAt(plannedAt);
        plannedFor = pages();
        mode = course.next(parts.relay().up());
        log.info("Media of call {}: epoch {}, {}", call, epoch, mode);
        if (mode == MediaMode.RELAY) {
            passage = parts.relay().open(call, epoch, new OfEpoch(epoch));
        }
        tellAll();
    }

    private void letGo() {
        if (passage != null) {
            passage.close();
            passage = null;
        }
        if (written) {
            parts.book().forget(call);
            written = false;
        }
        adopting = false;
        plannedFor = Map.of();
    }

    private void tellAll() {
        members.forEach((name, member) -> tell(name, member.peer));
    }

    /** While it is not known whether the plan stands, nothing is said of it: the pages keep what they have. */
    private void tell(String name, Peer peer) {
        if (adopting) {
            return;
        }
        peer.send(new MediaPlan(
                call,
                epoch,
                mode,
                name,
                PAIR,
                parts.turn().forCall(call, parts.clock().instant())));
        members.forEach((other, member) -> {
            if (!other.equals(name) && member.state != null) {
                peer.send(member.state);
            }
        });
    }

    /** What comes from the relay, as long as its epoch is this room's. */
    private final class OfEpoch implements Relay.Listener {
        private final long of;

        OfEpoch(long of) {
            this.of = of;
        }

        @Override
        public void answered(Stream stream, String sdp) {
            send(stream, new Answered(sdp));
        }

        @Override
        public void candidates(Stream stream, List<Candidate> candidates) {
            send(stream, new Candidates(candidates));
        }

        private void send(Stream stream, Step step) {
            now(() -> {
                Member member = members.get(stream.at());
                if (member != null) {
                    member.peer.send(new RelaySignal(call, epoch, stream.of(), stream.source(), step));
                }
            });
        }

        @Override
        public void adopted() {
            now(() -> {
                adopting = false;
                log.info("Media of call {}: epoch {} goes on", call, epoch);
                if (complete()) {
                    tellAll();
                }
            });
        }

        @Override
        public void built(Relay.Built built) {
            now(() -> {
                written = true;
                parts.book()
                        .save(new StoredPassage(
                                call,
                                epoch,
                                built.uri(),
                                built.pipeline(),
                                plannedFor,
                                built.endpoints().entrySet().stream()
                                        .map(end -> new StoredPassage.End(end.getKey(), end.getValue()))
                                        .toList(),
                                renewAt.equals(Instant.MAX) ? Optional.empty() : Optional.of(renewAt)));
            });
        }

        @Override
        public void failed(boolean unfit) {
            now(() -> {
                course = unfit ? course.unfit() : course.broke(MediaMode.RELAY, hasLasted());
                if (complete()) {
                    planAnew();
                } else {
                    letGo();
                }
            });
        }

        private void now(Runnable task) {
            mailbox.execute(() -> {
                if (of == epoch && passage != null) {
                    task.run();
                }
            });
        }
    }
}
