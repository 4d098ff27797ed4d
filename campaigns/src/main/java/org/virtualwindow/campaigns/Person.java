package org.virtualwindow.campaigns;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.protocol.Answer;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomMessage;
import org.virtualwindow.protocol.ToClerk;
import org.virtualwindow.protocol.ToKiosk;
import org.virtualwindow.protocol.ids.OpId;

/** Somebody at a page: knows what the page shows, and names what they do. */
final class Person<T> implements AutoCloseable {
    private final Page<T> page;
    private final AtomicInteger count = new AtomicInteger();
    private final Map<String, Long> revs = new ConcurrentHashMap<>();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private volatile RoomMessage.@Nullable RoomSnapshot room;
    private volatile @Nullable Object call;

    /** @param who as the journal names authors */
    Person(String origin, String door, String who, String cookie, Class<T> root, long seed, Play play) {
        this(origin, door, who, cookie, root, seed, play, (person, message) -> {});
    }

    /** @param reflex is told of everything that the page hears, after it; must not wait */
    Person(
            String origin,
            String door,
            String who,
            String cookie,
            Class<T> root,
            long seed,
            Play play,
            BiConsumer<Person<T>, T> reflex) {
        this.page = new Page<>(
                origin, door, cookie, root, new Witness(who, play.history()), seed ^ who.hashCode(), message -> {
                    hears(message);
                    reflex.accept(this, message);
                });
        play.joins(this);
        page.begin();
    }

    Page<T> page() {
        return page;
    }

    String who() {
        return page.witness().who();
    }

    /** Another person at the same page does everything from now on, as the journal names them. Nothing may be unanswered. */
    void givesPlaceTo(String other) {
        page.witness().isUsedBy(other);
    }

    /** The page's call, {@link ToKiosk.KioskCall} or {@link ToClerk.ClerkCall}; empty where there is none. */
    <C> Optional<C> call(Class<C> as) {
        return Optional.ofNullable(call).filter(as::isInstance).map(as::cast);
    }

    /** The room in front of them, as it was when they entered it. */
    Optional<RoomMessage.RoomSnapshot> room() {
        return Optional.ofNullable(room);
    }

    long rev(String path) {
        return revs.getOrDefault(path, 0L);
    }

    /** A name nobody has used yet. */
    OpId newOp() {
        return new OpId(who().replaceAll("[^A-Za-z0-9]", "-") + "-" + count.incrementAndGet());
    }

    void does(OpId op, Object message) {
        page.operate(op.value(), message);
    }

    /** Waits for the answer, which must be that it is accepted. */
    void achieves(OpId op, Object message) throws InterruptedException {
        if (!tries(op, message)) {
            throw new IllegalStateException(who() + ": " + message + ": " + answers.get(op.value()));
        }
    }

    /** Waits for the answer. Returns whether it is accepted. */
    boolean tries(OpId op, Object message) throws InterruptedException {
        does(op, message);
        Await.until(() -> isAnswered(op), Play.PATIENCE, () -> who() + ": an answer to " + message);
        return answers.get(op.value()) instanceof Answer.Accepted;
    }

    boolean isAnswered(OpId op) {
        return answers.containsKey(op.value());
    }

    private void hears(T message) {
        switch (message) {
            case Answer answer -> answers.put(answer.opId().value(), answer);
            case RoomMessage.RoomSnapshot snapshot -> {
                room = snapshot;
                revs.clear();
                snapshot.form().fields().forEach((path, field) -> revs.put(path, field.rev()));
            }
            case RoomMessage.RoomHappened told -> {
                if (told.event() instanceof RoomEvent.FieldSet set) {
                    revs.put(set.path().value(), set.rev());
                }
            }
            case RoomMessage.RoomLeft _ -> room = null;
            case ToKiosk.KioskCallChanged(var shown) -> {
                call = shown.orElse(null);
                page.busy(shown.filter(it -> !(it instanceof ToKiosk.Ended)).isPresent());
            }
            case ToClerk.ClerkCallChanged(var shown) -> {
                call = shown.orElse(null);
                page.busy(call instanceof ToClerk.InCall);
            }
            case Object _ -> {}
        }
    }

    @Override
    public void close() {
        page.close();
    }
}
