package org.virtualwindow.server.media.kurento;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.virtualwindow.protocol.MediaMessage.Answered;
import org.virtualwindow.protocol.MediaMessage.Candidate;
import org.virtualwindow.protocol.MediaMessage.Candidates;
import org.virtualwindow.protocol.MediaMessage.MediaRestart;
import org.virtualwindow.protocol.MediaMessage.MediaSource;
import org.virtualwindow.protocol.MediaMessage.Offer;
import org.virtualwindow.protocol.MediaMessage.RelaySignal;
import org.virtualwindow.protocol.MediaMessage.Step;
import org.virtualwindow.protocol.MediaPlan;
import org.virtualwindow.protocol.MediaPlan.MediaMode;
import org.virtualwindow.protocol.ids.CallId;
import org.virtualwindow.server.Await;
import org.virtualwindow.server.config.MediaSettings.Mode;
import org.virtualwindow.server.config.TurnCredentials;
import org.virtualwindow.server.desk.Calls;
import org.virtualwindow.server.desk.DeskState;
import org.virtualwindow.server.media.Book;
import org.virtualwindow.server.media.MediaParts;
import org.virtualwindow.server.media.MediaRooms;
import org.virtualwindow.server.media.Page;
import org.virtualwindow.server.media.StoredPassage;

/** One server with its relay, and a kiosk's and a clerk's page that talk in one call. */
final class RelayedTalk implements AutoCloseable {
    CallId call = new CallId("call-1");

    /** Short enough to try many faults, long enough for a machine that does much else. */
    static final Patience SHORT = new Patience(
            Duration.ofMillis(1200),
            Duration.ofMillis(2500),
            Duration.ofMillis(1000),
            Duration.ofMillis(100),
            Duration.ofMillis(50),
            Duration.ofMillis(200),
            Duration.ofMillis(300),
            Duration.ofSeconds(4),
            Duration.ofMillis(10));

    /** Nothing may take longer, whatever breaks; starting on a busy machine may. */
    private static final Duration LONGEST = Duration.ofSeconds(6);

    private static final AtomicInteger FENCES = new AtomicInteger();
    private static final DeskState NOBODY_TALKS = new DeskState(Calls.NONE, Map.of(), Set.of(), Set.of(), Map.of());

    Page kiosk;
    Page clerk;

    final Book book = new Book();
    final KurentoRelay relay;
    final MediaRooms rooms;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Executor threads = Executors.newVirtualThreadPerTaskExecutor();

    RelayedTalk(Mode mode, Patience patience, URI... servers) {
        this(mode, patience, List.of(), new Page("kiosk-page"), new Page("clerk-page"), servers);
    }

    /** @param left by the server before this one */
    RelayedTalk(Mode mode, Patience patience, List<StoredPassage> left, Page kiosk, Page clerk, URI... servers) {
        this.kiosk = kiosk;
        this.clerk = clerk;
        int fence = FENCES.incrementAndGet();
        relay = new KurentoRelay(List.of(servers), "installation", fence, left, threads, timer, patience);
        rooms = new MediaRooms(
                fence,
                new MediaParts(
                        mode, relay, book, TurnCredentials.NONE, InstantSource.system(), (talked, way) -> {}, threads));
        rooms.resume(left);
    }

    /** Both pages are there, once the relay is. */
    RelayedTalk begin() {
        awaitServer();
        join();
        await("a plan", () -> !kiosk.plans().isEmpty() && !clerk.plans().isEmpty());
        return this;
    }

    void awaitServer() {
        Await.await("a media server", relay::up);
    }

    /** Each has proven that it works: it is swept next. */
    static void awaitProven(FakeKurento... servers) {
        for (FakeKurento server : servers) {
            Await.await("a proof", () -> server.requests().contains("getPipelines"));
        }
    }

    /** The call before is over; two other pages talk. */
    void another() {
        ends();
        String name = "call-" + FENCES.incrementAndGet();
        call = new CallId(name);
        kiosk = new Page(name + "-kiosk");
        clerk = new Page(name + "-clerk");
        join();
        await("a plan", () -> !kiosk.plans().isEmpty() && !clerk.plans().isEmpty());
    }

    /** Another call that stands through the relay; on a busy machine not every one does. */
    void anotherThroughTheRelay() {
        Await.await("a call through the relay", () -> {
            awaitServer();
            another();
            settles();
            return mode() == MediaMode.RELAY;
        });
    }

    /** As pages do: they offer anew with each plan through the relay, until one stands or the direct way is taken. */
    void settles() {
        Set<Long> offered = new HashSet<>();
        await("a plan that stands", () -> {
            long epoch = epoch();
            if (mode() == MediaMode.RELAY && offered.add(epoch)) {
                offerTalk();
            }
            return mode() == MediaMode.PEER_TO_PEER
                    || (answers(kiosk, epoch).size() == 2
                            && answers(clerk, epoch).size() == 2);
        });
    }

    void join() {
        rooms.joinKiosk(call, kiosk);
        rooms.joinClerk(call, clerk);
    }

    /** Every stream of sound and face, both ways; what one page does at the start of a plan. */
    void offerTalk() {
        long epoch = epoch();
        kioskSays(epoch, "kiosk", MediaSource.TALK, new Offer(Sdp.SENDS));
        kioskSays(epoch, "clerk", MediaSource.TALK, new Offer(Sdp.RECEIVES));
        clerkSays(epoch, "clerk", MediaSource.TALK, new Offer(Sdp.SENDS));
        clerkSays(epoch, "kiosk", MediaSource.TALK, new Offer(Sdp.RECEIVES));
    }

    void talks() {
        offerTalk();
        long epoch = epoch();
        await(
                "four answers",
                () -> answers(kiosk, epoch).size() == 2 && answers(clerk, epoch).size() == 2);
    }

    void kioskSays(long epoch, String of, MediaSource source, Step step) {
        rooms.fromKiosk(kiosk, new RelaySignal(call, epoch, of, source, step));
    }

    void clerkSays(long epoch, String of, MediaSource source, Step step) {
        rooms.fromClerk(clerk, new RelaySignal(call, epoch, of, source, step));
    }

    void kioskSaysItBroke() {
        rooms.fromKiosk(kiosk, new MediaRestart(call, epoch()));
    }

    long epoch() {
        return kiosk.plan().epoch();
    }

    MediaMode mode() {
        return kiosk.plan().mode();
    }

    /** Both have a newer plan than this one's, and the same. */
    MediaPlan awaitPlanAfter(long epoch) {
        await(
                "a plan after epoch " + epoch,
                () -> kiosk.plan().epoch() > epoch
                        && kiosk.plan().epoch().equals(clerk.plan().epoch()));
        return kiosk.plan();
    }

    static List<RelaySignal> answers(Page page, long epoch) {
        return page.heard(RelaySignal.class).stream()
                .filter(signal -> signal.epoch() == epoch && signal.step() instanceof Answered)
                .toList();
    }

    static List<Candidates> candidates(Page page, String of) {
        return page.heard(RelaySignal.class).stream()
                .filter(signal -> signal.of().equals(of))
                .map(RelaySignal::step)
                .filter(Candidates.class::isInstance)
                .map(Candidates.class::cast)
                .toList();
    }

    static Candidates candidate(String text) {
        return new Candidates(List.of(new Candidate(text, Optional.of("0"), Optional.of(0))));
    }

    Set<String> stored() {
        StoredPassage passage = book.written().get(call);
        return passage == null
                ? Set.of()
                : new HashSet<>(passage.endpoints().stream()
                        .map(StoredPassage.End::endpoint)
                        .toList());
    }

    void ends() {
        rooms.changed(NOBODY_TALKS, NOBODY_TALKS);
    }

    static void await(String what, BooleanSupplier come) {
        Await.await(LONGEST, what, come);
    }

    @Override
    public void close() {
        relay.close();
        timer.shutdownNow();
    }
}
