package org.virtualwindow.campaigns.history;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.virtualwindow.protocol.RoomMessage.GrantState;
import org.virtualwindow.protocol.RoomMessage.GrantView;
import org.virtualwindow.protocol.values.GrantScope;

/**
 * How far the clerk may go, as a page is told of it. Not the server's own ladder, which this is to find fault with. Immutable.
 *
 * @param reaches the highest rung that is given
 * @param asked a higher one, which the clerk asked for
 */
public record Grants(Optional<GrantScope> reaches, Optional<GrantScope> asked) {
    static final Grants BY_CALLING = new Grants(Optional.of(GrantScope.SUGGEST), Optional.empty());

    /** As a snapshot lists them. */
    public static Grants of(List<GrantView> views) {
        return new Grants(highest(views, GrantState.GIVEN), highest(views, GrantState.ASKED));
    }

    private static Optional<GrantScope> highest(List<GrantView> views, GrantState state) {
        return views.stream()
                .filter(view -> view.state() == state)
                .map(GrantView::scope)
                .max(Comparator.naturalOrder());
    }

    public boolean has(GrantScope scope) {
        return reaches.filter(top -> top.compareTo(scope) >= 0).isPresent();
    }

    public boolean seesForm() {
        return has(GrantScope.SEE_FORM);
    }

    Grants asking(GrantScope scope) {
        return has(scope) ? this : new Grants(reaches, Optional.of(scope));
    }

    Grants giving(GrantScope scope) {
        return has(scope) ? this : new Grants(Optional.of(scope), asked.filter(it -> it.compareTo(scope) > 0));
    }

    /** With a rung end those above it. */
    Grants ending(GrantScope scope) {
        Optional<GrantScope> below =
                scope == GrantScope.SEE_FORM ? Optional.empty() : Optional.of(GrantScope.values()[scope.ordinal() - 1]);
        return new Grants(has(scope) ? below : reaches, asked.filter(it -> it.compareTo(scope) < 0));
    }
}
