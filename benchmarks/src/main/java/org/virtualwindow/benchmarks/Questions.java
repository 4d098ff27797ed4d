package org.virtualwindow.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.server.find.ItemFinder;
import org.virtualwindow.server.find.ItemFinder.Found;

/** What people ask, out of {@code find/questions.txt}, and whether the right item is among the first three. */
record Questions(List<Question> all) {
    static final int SHOWN_FIRST = 3;

    record Question(ServiceItemId item, String asked) {}

    /** @param missed with what was found instead */
    record Outcome(int asked, List<String> missed, List<Long> nanos) {
        int right() {
            return asked - missed.size();
        }
    }

    /** Those about items that there are. */
    static Questions about(Set<ServiceItemId> items) {
        return new Questions(lines("questions.txt")
                .map(line -> line.split(" ", 2))
                .map(parts -> new Question(new ServiceItemId(parts[0]), parts[1]))
                .filter(each -> items.contains(each.item()))
                .toList());
    }

    Outcome ask(ItemFinder finder) {
        List<String> missed = new ArrayList<>();
        List<Long> nanos = new ArrayList<>();
        for (Question question : all) {
            long from = System.nanoTime();
            List<Found> found = finder.find(question.asked(), Optional.empty(), 8);
            nanos.add(System.nanoTime() - from);
            if (found.stream().limit(SHOWN_FIRST).noneMatch(each -> each.item().equals(question.item()))) {
                missed.add("%s: %s, found %s"
                        .formatted(
                                question.item(),
                                question.asked(),
                                found.stream()
                                        .limit(SHOWN_FIRST)
                                        .map(each -> each.title().zh())
                                        .toList()));
            }
        }
        return new Outcome(all.size(), missed, nanos);
    }

    static Stream<String> lines(String name) {
        try (InputStream file = Objects.requireNonNull(Questions.class.getResourceAsStream("/find/" + name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
