package org.virtualwindow.server.media.kurento;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.virtualwindow.protocol.MediaMessage.Candidate;
import org.virtualwindow.protocol.ids.CallId;
import org.virtualwindow.server.media.Relay;
import org.virtualwindow.server.media.StoredPassage;

/** A few Kurento media servers. A new passage goes to the one that is up and carries the fewest. */
public final class KurentoRelay implements Relay, MeterBinder, AutoCloseable {
    private final List<KurentoServer> servers;
    private final String installation;
    private final long fence;
    private final Patience patience;
    private final Executor threads;
    private final ScheduledExecutorService timer;
    private final Set<Tag.Plan> needed = ConcurrentHashMap.newKeySet();
    private final AtomicInteger failures = new AtomicInteger();
    private volatile boolean stopping;

    /**
     * Begins to look for the servers.
     *
     * @param installation names this database among those whose servers use the same media servers
     * @param fence this server's number
     * @param left what an earlier server left; not swept away before it is adopted or let go
     */
    public static KurentoRelay start(
            List<URI> uris,
            String installation,
            long fence,
            List<StoredPassage> left,
            Executor threads,
            ScheduledExecutorService timer) {
        return new KurentoRelay(uris, installation, fence, left, threads, timer, Patience.USUAL);
    }

    KurentoRelay(
            List<URI> uris,
            String installation,
            long fence,
            List<StoredPassage> left,
            Executor threads,
            ScheduledExecutorService timer,
            Patience patience) {
        this.installation = installation;
        this.fence = fence;
        this.patience = patience;
        this.threads = threads;
        this.timer = timer;
        left.forEach(passage -> needed.add(new Tag.Plan(passage.call(), passage.epoch())));
        this.servers = uris.stream()
                .map(uri -> new KurentoServer(uri, installation, fence, patience, needed::contains))
                .toList();
    }

    @Override
    public boolean up() {
        return servers.stream().anyMatch(server -> server.link().isPresent());
    }

    @Override
    public Passage open(CallId call, long epoch, Listener listener) {
        Optional<KurentoServer> server = servers.stream()
                .filter(each -> each.link().isPresent())
                .min(Comparator.comparingInt(each -> each.passages().get()));
        KurentoPassage passage = passage(new Tag(installation, fence, call, epoch), server, Duration.ZERO, listener);
        passage.open();
        return passage;
    }

    @Override
    public Passage adopt(StoredPassage stored, Listener listener) {
        Optional<KurentoServer> server = servers.stream()
                .filter(each -> each.uri().toString().equals(stored.uri()))
                .findFirst();
        KurentoPassage passage = passage(
                new Tag(installation, fence, stored.call(), stored.epoch()), server, patience.adopt(), listener);
        passage.adopt(stored);
        return passage;
    }

    private KurentoPassage passage(
            Tag tag, Optional<KurentoServer> server, Duration patienceForLink, Listener listener) {
        needed.add(tag.plan());
        server.ifPresent(each -> each.passages().incrementAndGet());
        return new KurentoPassage(
                tag,
                server.map(each -> each.uri().toString()).orElse(""),
                () -> server.orElseThrow(() -> new Trouble.Lost("no server is up"))
                        .linkWithin(patienceForLink),
                new UntilStopped(listener),
                () -> {
                    needed.remove(tag.plan());
                    server.ifPresent(each -> each.passages().decrementAndGet());
                },
                new Batches(timer, patience.batch()),
                threads);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        servers.forEach(server -> {
            String name = server.uri().getAuthority();
            Gauge.builder("virtualwindow.relay.up", () -> server.link().isPresent() ? 1 : 0)
                    .tag("server", name)
                    .description("Whether a media server can be used")
                    .register(registry);
            Gauge.builder("virtualwindow.relay.passages", server.passages()::get)
                    .tag("server", name)
                    .description("Plans that go through it")
                    .register(registry);
            FunctionCounter.builder("virtualwindow.relay.swept", server, KurentoServer::swept)
                    .tag("server", name)
                    .description("Pipelines that were found there and were nobody's")
                    .register(registry);
        });
        FunctionCounter.builder("virtualwindow.relay.failures", failures, AtomicInteger::get)
                .description("Plans through a media server that broke")
                .register(registry);
    }

    /** What is open at the media servers stays open, for the server after this one to adopt. */
    @Override
    public void close() {
        stopping = true;
        servers.forEach(KurentoServer::close);
    }

    /** That this server stops is no failure of a plan: its media go on. */
    private final class UntilStopped implements Listener {
        private final Listener listener;

        UntilStopped(Listener listener) {
            this.listener = listener;
        }

        @Override
        public void answered(Stream stream, String sdp) {
            listener.answered(stream, sdp);
        }

        @Override
        public void candidates(Stream stream, List<Candidate> candidates) {
            listener.candidates(stream, candidates);
        }

        @Override
        public void adopted() {
            listener.adopted();
        }

        @Override
        public void built(Built built) {
            listener.built(built);
        }

        @Override
        public void failed(boolean unfit) {
            if (!stopping) {
                failures.incrementAndGet();
                listener.failed(unfit);
            }
        }
    }
}
