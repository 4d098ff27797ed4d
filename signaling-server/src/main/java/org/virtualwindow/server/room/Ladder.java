package org.virtualwindow.server.room;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.virtualwindow.protocol.RoomMessage.GrantState;
import org.virtualwindow.protocol.RoomMessage.GrantView;
import org.virtualwindow.protocol.values.GrantScope;

/**
 * How far the applicant lets the clerk go. A rung includes those below it. Pure.
 *
 * @param reaches the highest rung that is given; empty where not even the lowest is
 * @param asked a higher one, which the clerk asked for
 */
record Ladder(Optional<GrantScope> reaches, Optional<GrantScope> asked) {
    /** What calling gives, and what rooms had that are older than the lower rungs. */
    static final Ladder BY_CALLING = new Ladder(Optional.of(GrantScope.SUGGEST), Optional.empty());

    /** @param withdrawn the lowest rung that is not given, where it is one of those that calling gives */
    static Ladder without(Optional<GrantScope> withdrawn) {
        return withdrawn.map(BY_CALLING::end).orElse(BY_CALLING);
    }

    boolean has(GrantScope scope) {
        return reaches.filter(top -> top.compareTo(scope) >= 0).isPresent();
    }

    boolean wasAsked(GrantScope scope) {
        return asked.equals(Optional.of(scope));
    }

    Ladder ask(GrantScope scope) {
        return has(scope) ? this : new Ladder(reaches, Optional.of(scope));
    }

    Ladder give(GrantScope scope) {
        return has(scope) ? this : new Ladder(Optional.of(scope), asked.filter(higher -> higher.compareTo(scope) > 0));
    }

    /** Withdraws this rung and those above it; where they were only asked for, that is over. */
    Ladder end(GrantScope scope) {
        return new Ladder(has(scope) ? below(scope) : reaches, asked.filter(lower -> lower.compareTo(scope) < 0));
    }

    /** The lowest rung that is not given, where it is one of those that calling gives. */
    Optional<GrantScope> withdrawn() {
        return Arrays.stream(GrantScope.values())
                .filter(scope -> BY_CALLING.has(scope) && !has(scope))
                .findFirst();
    }

    /** What the clerk was given beyond what calling gives, or asked for. */
    Optional<GrantScope> beyondCalling() {
        return has(GrantScope.EDIT_FORM) ? Optional.of(GrantScope.EDIT_FORM) : asked;
    }

    List<GrantView> views() {
        return Stream.concat(
                        Arrays.stream(GrantScope.values())
                                .filter(this::has)
                                .map(scope -> new GrantView(scope, GrantState.GIVEN)),
                        asked.stream().map(scope -> new GrantView(scope, GrantState.ASKED)))
                .toList();
    }

    private static Optional<GrantScope> below(GrantScope scope) {
        return scope.ordinal() == 0 ? Optional.empty() : Optional.of(GrantScope.values()[scope.ordinal() - 1]);
    }
}
