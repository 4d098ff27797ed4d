package org.virtualwindow.server.desk;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.virtualwindow.protocol.ids.ClerkId;
import org.virtualwindow.server.call.CallState;

/** Which waiting call rings at which free clerk. Pure. */
final class AssignmentPolicy {
    private AssignmentPolicy() {}

    record Match(Call call, ClerkId clerk) {}

    /**
     * The first call in line for which somebody suitable is free, and of those who are, whoever had
     * the matter before, or else the one who has been free longest.
     *
     * @param suits whether a clerk answers for this call
     */
    static Optional<Match> next(List<Call> line, List<ClerkId> free, BiPredicate<ClerkId, Call> suits) {
        return line.stream()
                .filter(call -> call.state() instanceof CallState.Waiting)
                .flatMap(call -> hadIt(call)
                        .filter(free::contains)
                        .filter(clerk -> suits.test(clerk, call))
                        .or(() -> free.stream()
                                .filter(clerk -> suits.test(clerk, call))
                                .findFirst())
                        .map(clerk -> new Match(call, clerk))
                        .stream())
                .findFirst();
    }

    /** Whoever had the matter before its applicant left with it. */
    private static Optional<ClerkId> hadIt(Call call) {
        return call.resumed().flatMap(Resumed::clerk);
    }
}
