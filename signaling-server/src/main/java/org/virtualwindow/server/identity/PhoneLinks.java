package org.virtualwindow.server.identity;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.protocol.ServiceItem.Material;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.values.LocalText;
import org.virtualwindow.server.identity.Visitor.KioskVisitor;

/**
 * Phones that may send pages, one for a room at a time and for one material. A code of 65 bits is good for some minutes and for the
 * phone that opens it first, which shows itself afterwards by a pass of its own making and sends for the last code that it opened. In
 * memory only: after a restart the applicant asks for another code. Any thread.
 */
public final class PhoneLinks {
    /** As much as one code lets a phone send, with what it takes again. */
    static final int MOST_PAGES = 20;

    static final long MOST_BYTES = 100L * 1024 * 1024;

    private static final Duration LASTS = Duration.ofMinutes(10);
    private static final int LENGTH = 13;
    private static final int ID_LENGTH = 10;
    private static final int SHORTEST_PASS = 32;
    private static final int LONGEST_PASS = 64;

    private final Map<RoomId, Link> links = new ConcurrentHashMap<>();
    private final InstantSource clock;
    private volatile Seen seen = (link, first) -> {};
    private volatile Consumer<Link> over = link -> {};

    public PhoneLinks(InstantSource clock) {
        this.clock = clock;
    }

    /** Is told of phones that open a code. Must not wait. */
    @FunctionalInterface
    public interface Seen {
        /** Once for each code and each of both: {@code first} the phone that has it from now on, else that another tried. */
        void opened(Link link, boolean first);
    }

    /**
     * @param id names it where it is written down, and opens nothing
     * @param code hash of it
     * @param pass hash of the pass of the phone that has it
     * @param another a second phone was turned away
     * @param visitOver its matter has left the kiosk that showed the code: it lets nobody send
     * @param pages begun so far
     * @param bytes of these
     */
    public record Link(
            String id,
            RoomId room,
            KioskVisitor kiosk,
            Material material,
            LocalText title,
            Instant until,
            ByteBuffer code,
            @Nullable ByteBuffer pass,
            boolean another,
            boolean visitOver,
            int pages,
            long bytes) {

        private Link of(@Nullable ByteBuffer phone, boolean other) {
            return new Link(id, room, kiosk, material, title, until, code, phone, other, visitOver, pages, bytes);
        }

        private Link afterVisit() {
            return new Link(id, room, kiosk, material, title, until, code, pass, another, true, pages, bytes);
        }

        private Link with(long length) {
            return new Link(
                    id, room, kiosk, material, title, until, code, pass, another, visitOver, pages + 1, bytes + length);
        }
    }

    public void seenBy(Seen listener) {
        seen = listener;
    }

    /** @param listener is told of each that lets no phone send any more, some minutes late where its time ran out; must not wait */
    public void listen(Consumer<Link> listener) {
        over = listener;
    }

    public record Offered(String code, Instant until) {}

    /** What comes of opening a code. */
    sealed interface Opening {
        record Opened(Link link) implements Opening {}

        /** Another phone has it. */
        record Taken() implements Opening {}

        /** There is no such code, or none any more. */
        record Unknown() implements Opening {}
    }

    /** Another code for the room; one of before is over. */
    public Offered offer(RoomId room, KioskVisitor kiosk, Material material, LocalText title) {
        String code = Code.random(LENGTH);
        Instant until = clock.instant().plus(LASTS);
        String id = Secrets.token().substring(0, ID_LENGTH);
        ByteBuffer hash = hash(Code.normal(code, LENGTH).orElseThrow());
        Link before =
                links.put(room, new Link(id, room, kiosk, material, title, until, hash, null, false, false, 0, 0));
        if (before != null) {
            over.accept(before);
        }
        return new Offered(code, until);
    }

    /** No phone has anything to do with the room any more. */
    public void end(RoomId room) {
        Link before = links.remove(room);
        if (before != null) {
            over.accept(before);
        }
    }

    /** The room has left its kiosk: no phone sends into it by a code of before, also where it is taken up again there. */
    public void visitOver(RoomId room) {
        Link before = links.computeIfPresent(room, (_, link) -> link.afterVisit());
        if (before != null) {
            over.accept(before);
        }
    }

    /** Forgets those whose time is over. Now and then. */
    public void expire() {
        endAll(this::isOver);
    }

    private void endAll(Predicate<Link> which) {
        links.values().stream().filter(which).forEach(link -> {
            if (links.remove(link.room(), link)) {
                over.accept(link);
            }
        });
    }

    /**
     * The code is this phone's from now on, unless another's. The same phone may open it again. Any other code that this phone has
     * is over: what it sends goes to one matter.
     */
    Opening open(String typed, String pass) {
        Optional<Link> found = Code.normal(typed, LENGTH)
                .map(PhoneLinks::hash)
                .flatMap(code -> find(link -> link.code().equals(code)));
        if (found.isEmpty() || pass.length() < SHORTEST_PASS || pass.length() > LONGEST_PASS) {
            return new Opening.Unknown();
        }
        Link before = found.get();
        if (before.visitOver()) {
            return new Opening.Opened(before);
        }
        ByteBuffer phone = hash(pass);
        boolean its = before.pass() == null || phone.equals(before.pass());
        Link now = its ? before.of(phone, before.another()) : before.of(before.pass(), true);
        if (!now.equals(before)) {
            if (!links.replace(now.room(), before, now)) {
                return open(typed, pass); // something else became of it meanwhile
            }
            seen.opened(now, its);
        }
        if (!its) {
            return new Opening.Taken();
        }
        endAll(link -> phone.equals(link.pass()) && !link.id().equals(now.id()));
        return new Opening.Opened(now);
    }

    /** The link of the phone that shows this pass. */
    public Optional<Link> of(@Nullable String pass) {
        if (pass == null) {
            return Optional.empty();
        }
        ByteBuffer phone = hash(pass);
        return find(link -> phone.equals(link.pass()));
    }

    /** Whether the code of this link still lets its phone send. */
    public boolean isCurrent(Link of) {
        return now(of).filter(link -> !link.visitOver()).isPresent();
    }

    /** Whether a code lets a phone send into this room now. */
    public boolean letsIn(RoomId room) {
        return Optional.ofNullable(links.get(room)).filter(this::isCurrent).isPresent();
    }

    /** As it is now; empty where it was ended, or its time is over. */
    public Optional<Link> now(Link of) {
        return Optional.ofNullable(links.get(of.room()))
                .filter(link -> link.id().equals(of.id()))
                .filter(link -> !isOver(link));
    }

    /** Whether another page may begin to come. */
    public boolean allowsMore(Link of) {
        return now(of).filter(link -> link.pages() < MOST_PAGES).isPresent();
    }

    /** Counts a page that has begun to come; false, and it is not counted, where it is more than the code allows. */
    public boolean counts(Link of, long length) {
        while (true) {
            Optional<Link> now = now(of).filter(link ->
                    !link.visitOver() && link.pages() < MOST_PAGES && link.bytes() + length <= MOST_BYTES);
            if (now.isEmpty()) {
                return false;
            }
            if (links.replace(of.room(), now.get(), now.get().with(length))) {
                return true;
            }
        }
    }

    /** By the server's clock: a phone's own may be wrong. */
    Instant now() {
        return clock.instant();
    }

    private Optional<Link> find(Predicate<Link> wanted) {
        return links.values().stream()
                .filter(link -> !isOver(link))
                .filter(wanted)
                .findFirst();
    }

    private boolean isOver(Link link) {
        return !clock.instant().isBefore(link.until());
    }

    private static ByteBuffer hash(String secret) {
        return ByteBuffer.wrap(Secrets.sha256(secret));
    }
}
