package org.virtualwindow.server.media;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
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
import org.virtualwindow.protocol.ids.CallId;
import org.virtualwindow.server.connection.Peer;
import org.virtualwindow.server.mailbox.Mailbox;
import org.virtualwindow.server.media.Relay.Stream;

/**
 * The media of one call between the kiosk and the clerk. Runs in its own mailbox. Whatever breaks, the answer is a new plan with
 * a new epoch, which may go another way.
 */
final class MediaRoom {
    private static final Logger log = LoggerFactory.getLogger(MediaRoom.class);
    private static final Duration A_WHILE = Duration.ofMinutes(1);
    /** Two whose lines are good say of the same trouble within this time. */
    private static final Duration TOGETHER = Duration.ofMillis(1_500);

    private final CallId call;
    private final LongSupplier epochs;
    private final MediaParts parts;
    private final Mailbox mailbox;
    private final Talkers talkers = new Talkers();
    private Course course;
    private long epoch;
    private MediaMode mode = MediaMode.PEER_TO_PEER;
    private Map<String, String> plannedFor = Map.of();
    private Instant plannedAt;
    private Instant renewAt = Instant.MAX;
    private Relay.@Nullable Passage passage;
    private boolean adopting;
    private boolean written;
    private boolean connectedOnce;
    private @Nullable Report report;

    /** Somebody said that what goes through this media server is broken. */
    private record Report(long epoch, String by, String server, Instant at) {}

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
            boolean same = talkers.join(name, peer);
            if (!talkers.complete()) {
                return;
            }
            if (!talkers.pages().equals(plannedFor)) {
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
            if (speaks(from, peer, signal.epoch())
                    && mode == MediaMode.PEER_TO_PEER
                    && !signal.to().equals(from)) {
                talkers.tell(signal.to(), new MediaSignal(call, epoch, from, signal.to(), signal.step()));
            }
        });
    }

    void signal(String from, Peer peer, RelaySignal signal) {
        mailbox.execute(() -> {
            if (speaks(from, peer, signal.epoch()) && passage != null && talkers.has(signal.of())) {
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
            if (talkers.is(from, peer)) {
                talkers.says(from, state);
                if (!connectedOnce && talkers.areConnected(epoch)) {
                    connectedOnce = true;
                    parts.milestones().connected(call, mode);
                }
            }
        });
    }

    /**
     * Somebody's connection is broken. Both may say so of the same epoch: one new plan answers both, but where both say so at once
     * the media server between them is at fault, and a plan that goes there again is not waited for.
     */
    void restart(String from, Peer peer, MediaRestart restart) {
        mailbox.execute(() -> {
            if (!talkers.is(from, peer) || !talkers.complete()) {
                return;
            }
            if (restart.epoch() == epoch) {
                report = passage == null ? null : new Report(epoch, from, passage.server(), now());
                course = course.broke(mode, hasLasted());
                planAnew();
            } else if (passage != null && agrees(from, restart.epoch(), passage.server())) {
                course = course.unfit();
                planAnew();
            }
        });
    }

    private boolean agrees(String from, long ofEpoch, String server) {
        return report != null
                && report.epoch == ofEpoch
                && !report.by.equals(from)
                && report.server.equals(server)
                && now().isBefore(report.at.plus(TOGETHER));
    }

    /** Credentials for TURN end by themselves: a new plan brings new ones before that. */
    void renew() {
        mailbox.execute(() -> {
            if (!now().isBefore(renewAt) && talkers.complete()) {
                planAnew();
            }
        });
    }

    /** The talk is over. */
    void end() {
        mailbox.execute(() -> {
            talkers.leave();
            letGo();
        });
    }

    private boolean speaks(String name, Peer peer, long ofEpoch) {
        return talkers.is(name, peer) && ofEpoch == epoch;
    }

    private Instant now() {
        return parts.clock().instant();
    }

    private boolean hasLasted() {
        return plannedAt.plus(A_WHILE).isBefore(now());
    }

    private void planAnew() {
        letGo();
        epoch = epochs.getAsLong();
        connectedOnce = false;
        plannedAt = now();
        renewAt = parts.turn().replaceAt(plannedAt);
        plannedFor = talkers.pages();
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
        talkers.each(this::tell);
    }

    /** While it is not known whether the plan stands, nothing is said of it: the pages keep what they have. */
    private void tell(String name, Peer peer) {
        if (adopting) {
            return;
        }
        peer.send(new MediaPlan(
                call, epoch, mode, name, Talkers.PAIR, parts.turn().forCall(call, now())));
        talkers.tellOfOthers(name, peer);
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
            whileIts(() -> talkers.tell(stream.at(), new RelaySignal(call, epoch, stream.of(), stream.source(), step)));
        }

        @Override
        public void adopted() {
            whileIts(() -> {
                adopting = false;
                log.info("Media of call {}: epoch {} goes on", call, epoch);
                if (talkers.complete()) {
                    tellAll();
                }
            });
        }

        @Override
        public void built(Relay.Built built) {
            whileIts(() -> {
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
            whileIts(() -> {
                course = unfit ? course.unfit() : course.broke(MediaMode.RELAY, hasLasted());
                if (talkers.complete()) {
                    planAnew();
                } else {
                    letGo();
                }
            });
        }

        private void whileIts(Runnable task) {
            mailbox.execute(() -> {
                if (of == epoch && passage != null) {
                    task.run();
                }
            });
        }
    }
}
