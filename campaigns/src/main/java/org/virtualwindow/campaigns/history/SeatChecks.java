package org.virtualwindow.campaigns.history;

import static org.virtualwindow.campaigns.history.Invariant.I10_APART;

import java.util.List;
import org.virtualwindow.campaigns.history.Fact.Entered;
import org.virtualwindow.campaigns.history.Fact.Happened;
import org.virtualwindow.campaigns.history.Fact.KeptEvent;
import org.virtualwindow.protocol.RoomEvent;

/** Who was told anything of a room had a seat in it at that point of its journal. */
final class SeatChecks {
    private SeatChecks() {}

    static void check(Ledger ledger, List<Violation> found) {
        ledger.all(Entered.class).forEach(in -> seated(ledger, in.who(), in.room(), in.seq(), found));
        ledger.all(Happened.class).forEach(told -> seated(ledger, told.who(), told.room(), told.seq(), found));
    }

    private static void seated(Ledger ledger, String who, String room, long seq, List<Violation> found) {
        boolean has = who.startsWith("APPLICANT:")
                ? ledger.room(room).stream()
                        .anyMatch(kept -> kept.event() instanceof RoomEvent.RoomOpened opened
                                && who.equals("APPLICANT:" + opened.kiosk()))
                : clerkHasSeat(ledger.room(room), who, seq);
        if (!has) {
            found.add(new Violation(I10_APART, who + " was told of " + room + " at " + seq + " without a seat in it"));
        }
    }

    /** The last seat taken before is hers, and nobody had left it. */
    private static boolean clerkHasSeat(List<KeptEvent> events, String who, long seq) {
        boolean seated = false;
        boolean hers = false;
        long left = 0;
        for (KeptEvent kept : events) {
            if (kept.seq() > seq) {
                return seated;
            }
            switch (kept.event()) {
                case RoomEvent.ClerkSeated sits -> {
                    hers = who.equals("CLERK:" + sits.clerk().clerk());
                    seated = hers;
                }
                // Leaving is the last she is told of, and that the room is over where that is why she leaves.
                case RoomEvent.ClerkLeft _
                when kept.seq() < seq -> {
                    seated = false;
                    left = kept.seq();
                }
                case RoomEvent.RoomEnded _ -> seated = seated || kept.seq() == seq && left == seq - 1 && hers;
                case RoomEvent _ -> {}
            }
        }
        return seated;
    }
}
