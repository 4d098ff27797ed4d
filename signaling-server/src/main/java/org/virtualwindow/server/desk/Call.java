package org.virtualwindow.server.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.virtualwindow.protocol.ids.CallId;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.ClerkId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.server.call.CallState;
import org.virtualwindow.server.journal.Projection;

/**
 * A call and what the line needs to know of it.
 *
 * @param near where the applicant sits
 * @param owner whose clerks answer
 * @param helper a local helper was at the kiosk when Call was pressed
 * @param before the matters it went on from, the first one first; absent where there was none
 */
public record Call(
        CallId id,
        RoomId room,
        KioskId kiosk,
        ServiceItemId item,
        CentreId near,
        CentreId owner,
        Boolean helper,
        CallState state,
        Optional<Resumed> resumed,
        Optional<List<Left>> before)
        implements DeskChange {

    public Call(
            CallId id,
            RoomId room,
            KioskId kiosk,
            ServiceItemId item,
            CentreId near,
            CentreId owner,
            Boolean helper,
            CallState state) {
        this(id, room, kiosk, item, near, owner, helper, state, Optional.empty(), Optional.empty());
    }

    Call(
            CallId id,
            RoomId room,
            KioskId kiosk,
            ServiceItemId item,
            CentreId near,
            CentreId owner,
            Boolean helper,
            CallState state,
            Optional<Resumed> resumed) {
        this(id, room, kiosk, item, near, owner, helper, state, resumed, Optional.empty());
    }

    Call moved(CallState next) {
        return new Call(id, room, kiosk, item, near, owner, helper, next, resumed, before);
    }

    /** The same call, gone on to another matter. */
    Call about(Left left, RoomId next, ServiceItemId nextItem) {
        List<Left> longer = new ArrayList<>(before.orElse(List.of()));
        longer.add(left);
        Optional<List<Left>> all = Optional.of(List.copyOf(longer));
        return new Call(id, next, kiosk, nextItem, near, owner, helper, state, Optional.empty(), all);
    }

    /** The clerk whose desk rings, who talks or who wraps up. */
    public Optional<ClerkId> clerk() {
        return switch (state) {
            case CallState.Ringing ringing -> Optional.of(ringing.clerk());
            case CallState.Talking talking -> Optional.of(talking.clerk());
            case CallState.WrapUp wrapUp -> Optional.of(wrapUp.clerk());
            case CallState.Waiting _, CallState.Suspended _, CallState.Over _ -> Optional.empty();
        };
    }

    /** For the applicant it goes on. */
    public boolean goesOn() {
        return !(state instanceof CallState.WrapUp || state instanceof CallState.Over);
    }

    /** It stands in the line, ringing or not. */
    public Optional<CallState.Place> place() {
        return switch (state) {
            case CallState.Waiting waiting -> Optional.of(waiting.place());
            case CallState.Ringing ringing -> Optional.of(ringing.place());
            case CallState.Talking _, CallState.Suspended _, CallState.WrapUp _, CallState.Over _ -> Optional.empty();
        };
    }

    @Override
    public DeskState in(DeskState before) {
        return before.with(this);
    }

    @Override
    public Projection row() {
        return DeskRows.of(this);
    }
}
