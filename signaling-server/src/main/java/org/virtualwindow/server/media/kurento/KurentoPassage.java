package org.virtualwindow.server.media.kurento;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kurento.client.IceCandidate;
import org.kurento.client.MediaObject;
import org.kurento.client.MediaPipeline;
import org.kurento.client.WebRtcEndpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.virtualwindow.protocol.MediaMessage.Candidate;
import org.virtualwindow.protocol.MediaMessage.MediaSource;
import org.virtualwindow.server.mailbox.Mailbox;
import org.virtualwindow.server.media.Relay;
import org.virtualwindow.server.media.Relay.Stream;
import org.virtualwindow.server.media.StoredPassage;

/**
 * One plan at one media server: a pipeline with an endpoint for each stream and end. What is asked of the server happens in a
 * mailbox of its own that may wait for it, one request after the other.
 */
final class KurentoPassage implements Relay.Passage {
    private static final Logger log = LoggerFactory.getLogger(KurentoPassage.class);

    /** Of one stream; a browser has a dozen or two. */
    private static final int CANDIDATES_AT_MOST = 100;

    /** What the server asks browsers to send and sends itself, in kbit/s; without it a screen or a page gets 500 and nobody can read it. */
    private static final Map<MediaSource, Integer> VIDEO_KBITS =
            Map.of(MediaSource.TALK, 1500, MediaSource.SCREEN, 4000, MediaSource.BED, 4000);

    private final Tag tag;
    private final String at;
    private final Server server;
    private final Relay.Listener listener;
    private final Runnable over;
    private final Batches batches;
    private final Mailbox work;
    private final AtomicBoolean failed = new AtomicBoolean();
    private final Runnable linkLost = () -> fail(false, "the link was lost");
    private volatile boolean closed;

    // touched by work only
    private final Map<Stream, WebRtcEndpoint> ends = new HashMap<>();
    private final Set<Stream> offered = new HashSet<>();
    private final Map<Stream, List<Candidate>> early = new HashMap<>();
    private final Map<Stream, Integer> candidatesOf = new HashMap<>();
    private @Nullable Link link;
    private @Nullable MediaPipeline pipeline;

    /** Gives the link to the media server this passage is at, waiting for it if need be. */
    @FunctionalInterface
    interface Server {
        Link link() throws InterruptedException;
    }

    /**
     * @param at names the media server
     * @param over told when nothing of it is left that this end can let go
     */
    KurentoPassage(
            Tag tag,
            String at,
            Server server,
            Relay.Listener listener,
            Runnable over,
            Batches batches,
            Executor threads) {
        this.tag = tag;
        this.at = at;
        this.server = server;
        this.listener = listener;
        this.over = over;
        this.batches = batches;
        this.work = new Mailbox(threads);
    }

    @Override
    public String server() {
        return at;
    }

    void open() {
        work(() -> {
            Link now = connect();
            pipeline = Pipelines.create(now, tag);
        });
    }

    /** Asks after every endpoint: what no session asks after is collected as garbage. */
    void adopt(StoredPassage stored) {
        work(() -> {
            Link now = connect();
            MediaPipeline found = now.client().getById(stored.pipeline(), MediaPipeline.class);
            pipeline = found;
            Set<String> there = now.call("what the pipeline holds", found::getChildren).stream()
                    .map(MediaObject::getId)
                    .collect(Collectors.toSet());
            for (StoredPassage.End end : stored.endpoints()) {
                if (!there.contains(end.endpoint())) {
                    throw new Trouble.Refused("adopting", 0);
                }
                WebRtcEndpoint endpoint = now.client().getById(end.endpoint(), WebRtcEndpoint.class);
                now.call("an endpoint's name", endpoint::getName);
                ends.put(end.stream(), endpoint);
                offered.add(end.stream());
            }
            listener.adopted();
        });
    }

    @Override
    public void offer(Stream stream, String sdp) {
        work(() -> {
            if (link != null && pipeline != null && offered.add(stream)) {
                build(link, pipeline, stream, sdp);
            }
        });
    }

    @Override
    public void candidates(Stream stream, List<Candidate> candidates) {
        work(() -> candidates.forEach(candidate -> {
            if (candidatesOf.merge(stream, 1, Integer::sum) > CANDIDATES_AT_MOST) {
                return;
            }
            WebRtcEndpoint end = ends.get(stream);
            if (link != null && end != null) {
                add(link, end, candidate);
            } else {
                early.computeIfAbsent(stream, any -> new ArrayList<>()).add(candidate);
            }
        }));
    }

    /** What still runs ends first; then all is released, or, where the link is lost, left to the sweep. */
    @Override
    public void close() {
        closed = true;
        work.execute(() -> {
            try {
                if (link != null && pipeline != null) {
                    Pipelines.release(link, pipeline.getId());
                }
            } catch (Trouble trouble) {
                log.debug("{} is left to the sweep: {}", tag, trouble.getMessage());
            } finally {
                if (link != null) {
                    link.noMore(linkLost);
                }
                over.run();
            }
        });
    }

    private void build(Link now, MediaPipeline within, Stream stream, String sdp) {
        WebRtcEndpoint end = now.call("an endpoint", () -> new WebRtcEndpoint.Builder(within).build());
        int kbits = VIDEO_KBITS.getOrDefault(stream.source(), 0);
        if (stream.sends()) {
            now.call("a bandwidth", () -> done(() -> end.setMaxVideoRecvBandwidth(kbits)));
        } else {
            now.call("a bandwidth", () -> done(() -> end.setMaxVideoSendBandwidth(kbits)));
        }
        now.call("candidates", () -> end.addIceCandidateFoundListener(event -> found(stream, event.getCandidate())));
        now.call("the last candidate", () -> end.addIceGatheringDoneListener(event -> foundAll(stream)));
        ends.put(stream, end);
        connect(now, stream, end);
        String answer = now.call("an answer", () -> end.processOffer(sdp));
        if (Answers.refusesAny(sdp, answer)) {
            fail(true, "no codec in common for " + stream);
            return;
        }
        listener.answered(stream, answer);
        Optional.ofNullable(early.remove(stream))
                .ifPresent(waiting -> waiting.forEach(candidate -> add(now, end, candidate)));
        now.call("gathering", () -> done(end::gatherCandidates));
        listener.built(new Relay.Built(
                now.uri().toString(),
                within.getId(),
                ends.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, each -> each.getValue().getId()))));
    }

    /** To those who receive it, or from the one who sends it, as far as they are there already. */
    private void connect(Link now, Stream stream, WebRtcEndpoint end) {
        List.copyOf(ends.entrySet()).forEach(other -> {
            Stream there = other.getKey();
            if (there.of().equals(stream.of())
                    && there.source() == stream.source()
                    && there.sends() != stream.sends()) {
                WebRtcEndpoint from = stream.sends() ? end : other.getValue();
                WebRtcEndpoint to = stream.sends() ? other.getValue() : end;
                now.call("a connection", () -> done(() -> from.connect(to)));
            }
        });
    }

    /** One it does not understand is one less. */
    private static void add(Link now, WebRtcEndpoint end, Candidate candidate) {
        IceCandidate ice = new IceCandidate(
                candidate.candidate(),
                candidate.sdpMid().orElse(""),
                candidate.sdpMLineIndex().orElse(0));
        try {
            now.call("a candidate", () -> done(() -> end.addIceCandidate(ice)));
        } catch (Trouble.Refused useless) {
            log.debug("A candidate was refused: {}", useless.getMessage());
        }
    }

    private void found(Stream stream, IceCandidate ice) {
        Candidate candidate = new Candidate(
                ice.getCandidate(), Optional.ofNullable(ice.getSdpMid()), Optional.of(ice.getSdpMLineIndex()));
        batches.add(stream, candidate, batch -> listener.candidates(stream, batch));
    }

    private void foundAll(Stream stream) {
        batches.flush(stream, batch -> listener.candidates(stream, batch));
        listener.candidates(stream, List.of());
    }

    private Link connect() throws InterruptedException {
        Link now = server.link();
        link = now;
        now.whenLost(linkLost);
        return now;
    }

    private void work(Work task) {
        work.execute(() -> {
            if (closed || failed.get()) {
                return;
            }
            try {
                task.run();
            } catch (Trouble.Refused refused) {
                fail(refused.ofTheOffer(), String.valueOf(refused.getMessage()));
            } catch (Trouble.Lost lost) {
                fail(false, String.valueOf(lost.getMessage()));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                fail(false, "stopped");
            } catch (RuntimeException unexpected) {
                log.error("The relay of call {} failed", tag.call(), unexpected);
                fail(false, "a bug");
            }
        });
    }

    private void fail(boolean unfit, String why) {
        if (!closed && failed.compareAndSet(false, true)) {
            log.info("Media of call {}: epoch {} broke at the relay: {}", tag.call(), tag.epoch(), why);
            listener.failed(unfit);
        }
    }

    private static boolean done(Runnable request) {
        request.run();
        return true;
    }

    @FunctionalInterface
    private interface Work {
        void run() throws InterruptedException;
    }
}
