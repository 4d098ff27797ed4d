package org.virtualwindow.server.call;

import java.util.Optional;
import org.virtualwindow.protocol.CallEnd;
import org.virtualwindow.server.call.CallEvent.Answered;
import org.virtualwindow.server.call.CallEvent.Cancelled;
import org.virtualwindow.server.call.CallEvent.ClerkChosen;
import org.virtualwindow.server.call.CallEvent.ClerkLost;
import org.virtualwindow.server.call.CallEvent.HungUp;
import org.virtualwindow.server.call.CallEvent.KioskBack;
import org.virtualwindow.server.call.CallEvent.KioskLost;
import org.virtualwindow.server.call.CallEvent.RingEnded;
import org.virtualwindow.server.call.CallEvent.WrappedUp;
import org.virtualwindow.server.call.CallState.Over;
import org.virtualwindow.server.call.CallState.Place;
import org.virtualwindow.server.call.CallState.Ringing;
import org.virtualwindow.server.call.CallState.Suspended;
import org.virtualwindow.server.call.CallState.Talking;
import org.virtualwindow.server.call.CallState.Waiting;
import org.virtualwindow.server.call.CallState.WrapUp;

/** Where a call goes next. */
public final class CallMachine {
    private CallMachine() {}

    private record Moment(CallState state, CallEvent event) {}

    /** Empty where this cannot happen in this state: late news about a call that moved on is normal and changes nothing. */
    public static Optional<CallState> next(CallState state, CallEvent event) {
        return Optional.ofNullable(
                switch (new Moment(state, event)) {
                    case Moment(Waiting w, ClerkChosen e) -> new Ringing(w.place(), e.clerk(), e.until());
                    case Moment(Waiting _, Cancelled _) -> new Over(CallEnd.CANCELLED);
                    case Moment(Waiting _, KioskLost _) -> new Over(CallEnd.ABANDONED);

                    case Moment(Ringing r, ClerkChosen e) -> new Ringing(r.place(), e.clerk(), e.until());
                    case Moment(Ringing r, RingEnded e) when e.clerk().equals(r.clerk()) -> new Waiting(r.place());
                    case Moment(Ringing r, Answered e)
                    when e.clerk().equals(r.clerk()) -> new Talking(r.place(), e.clerk(), e.code(), e.at());
                    case Moment(Ringing _, Cancelled _) -> new Over(CallEnd.CANCELLED);
                    case Moment(Ringing _, KioskLost _) -> new Over(CallEnd.ABANDONED);

                    case Moment(Talking t, HungUp e) -> new WrapUp(t.clerk(), e.at(), e.how());
                    case Moment(Talking t, KioskLost e) -> new Suspended(cutOff(t.place()), e.at());
                    case Moment(Talking t, ClerkLost _) -> new Waiting(cutOff(t.place()));

                    case Moment(Suspended s, KioskBack _) -> new Waiting(s.place());
                    case Moment(Suspended _, Cancelled _) -> new Over(CallEnd.CANCELLED);

                    case Moment(WrapUp w, WrappedUp e) -> new Over(w.how(), e.outcome());

                    case Moment(CallState _, CallEvent _) -> null;
                });
    }

    private static Place cutOff(Place place) {
        return new Place(place.since(), true);
    }
}
