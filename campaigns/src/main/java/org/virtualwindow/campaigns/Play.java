package org.virtualwindow.campaigns;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import org.virtualwindow.campaigns.history.History;

/** Everybody who takes part, and the one history they write. */
final class Play implements AutoCloseable {
    /** Longer than a busy machine takes for anything that still happens. */
    static final Duration PATIENCE = Duration.ofSeconds(120);

    private final History history;
    private final List<Person<?>> people = new CopyOnWriteArrayList<>();

    Play(History history) {
        this.history = history;
    }

    History history() {
        return history;
    }

    void joins(Person<?> person) {
        people.add(person);
    }

    List<Person<?>> people() {
        return people;
    }

    /**
     * From now on: each is back when they are connected and what they had said by now is answered.
     *
     * @param took is told how many nanoseconds it took each
     */
    static void awaitBack(Collection<Person<?>> people, BiConsumer<Person<?>, Long> took) throws InterruptedException {
        long from = System.nanoTime();
        Map<Person<?>, Set<String>> owed = new HashMap<>();
        people.forEach(person -> owed.put(person, person.page().waiting()));
        Await.until(
                () -> {
                    owed.entrySet().removeIf(each -> {
                        Page<?> page = each.getKey().page();
                        boolean isBack =
                                page.isOpen() && page.waiting().stream().noneMatch(each.getValue()::contains);
                        if (isBack) {
                            took.accept(each.getKey(), System.nanoTime() - from);
                        }
                        return isBack;
                    });
                    return owed.isEmpty();
                },
                PATIENCE,
                () -> "back: " + owed.keySet().stream().map(Person::who).toList());
    }

    /**
     * Waits until everybody is connected and answered and all in a room were told as much, then writes down what each holds. Who is
     * never told is for the checker to find.
     */
    void settles() throws InterruptedException {
        awaitQuiet(people);
        people.forEach(person -> person.page().holds());
    }

    /** As {@link #settles} waits, for some. */
    static void awaitQuiet(List<? extends Person<?>> people) throws InterruptedException {
        for (Person<?> person : people) {
            awaitWhole(person);
        }
        long until = System.nanoTime() + PATIENCE.toNanos();
        Await.until(
                () -> areEquallyFar(people) || System.nanoTime() > until,
                PATIENCE.multipliedBy(2),
                () -> "all in a room are equally far");
    }

    /** Waits until somebody is connected and answered. */
    static void awaitWhole(Person<?> person) throws InterruptedException {
        Await.until(
                person.page()::isWhole,
                PATIENCE,
                () -> person.who() + " is back and answered; " + person.page().unanswered() + " are open");
    }

    private static boolean areEquallyFar(List<? extends Person<?>> people) {
        Map<String, Long> places = new HashMap<>();
        return people.stream()
                .flatMap(person -> person.page().places().entrySet().stream())
                .allMatch(place ->
                        place.getValue().equals(places.computeIfAbsent(place.getKey(), room -> place.getValue())));
    }

    @Override
    public void close() {
        people.forEach(Person::close);
    }
}
