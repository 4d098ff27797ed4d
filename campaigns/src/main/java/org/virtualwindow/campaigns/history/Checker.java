package org.virtualwindow.campaigns.history;

import java.util.ArrayList;
import java.util.List;

/** Compares what everybody said, was told and holds with what is kept. Pure: the same history gives the same violations. */
public final class Checker {
    private Checker() {}

    /** @param history whole: with what was kept and what everybody held when everything had settled */
    public static List<Violation> check(List<Fact> history) {
        Ledger ledger = Ledger.of(history);
        List<Violation> found = new ArrayList<>();
        OperationChecks.check(ledger, found);
        RoomChecks.check(ledger, found);
        SeatChecks.check(ledger, found);
        CallChecks.check(ledger, found);
        return List.copyOf(found);
    }
}
