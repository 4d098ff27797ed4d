package org.virtualwindow.server.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.virtualwindow.protocol.CallEnd;
import org.virtualwindow.protocol.ids.ClerkId;
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

class CallMachineTest {
    private static final Instant NINE = Instant.parse("2026-03-02T01:00:00Z");
    private static final Instant LATER = NINE.plusSeconds(20);
    private static final Place PLACE = new Place(NINE, false);
    private static final Place CUT_OFF = new Place(NINE, true);
    private static final ClerkId ZHANG = new ClerkId("zhang");
    private static final ClerkId LI = new ClerkId("li");

    private static final CallState WAITING = new Waiting(PLACE);
    private static final CallState RINGING = new Ringing(PLACE, ZHANG, LATER);
    private static final CallState TALKING = new Talking(PLACE, ZHANG, "0427", NINE);
    private static final CallState SUSPENDED = new Suspended(CUT_OFF, NINE);
    private static final CallState WRAP_UP = new WrapUp(ZHANG, NINE, CallEnd.CLERK_HUNG_UP);
    private static final CallState OVER = new Over(CallEnd.CLERK_HUNG_UP);
    private static final List<CallState> STATES = List.of(WAITING, RINGING, TALKING, SUSPENDED, WRAP_UP, OVER);

    private static final CallEvent LI_CHOSEN = new ClerkChosen(LI, LATER);
    private static final CallEvent ZHANGS_RING_ENDED = new RingEnded(ZHANG);
    private static final CallEvent LIS_RING_ENDED = new RingEnded(LI);
    private static final CallEvent ZHANG_ANSWERED = new Answered(ZHANG, "1234", LATER);
    private static final CallEvent LI_ANSWERED = new Answered(LI, "1234", LATER);
    private static final CallEvent CANCELLED = new Cancelled();
    private static final CallEvent HUNG_UP = new HungUp(CallEnd.APPLICANT_HUNG_UP, LATER);
    private static final CallEvent KIOSK_LOST = new KioskLost(LATER);
    private static final CallEvent CLERK_LOST = new ClerkLost();
    private static final CallEvent KIOSK_BACK = new KioskBack();
    private static final CallEvent WRAPPED_UP = new WrappedUp(Optional.empty());
    private static final List<CallEvent> EVENTS = List.of(
            LI_CHOSEN,
            ZHANGS_RING_ENDED,
            LIS_RING_ENDED,
            ZHANG_ANSWERED,
            LI_ANSWERED,
            CANCELLED,
            HUNG_UP,
            KIOSK_LOST,
            CLERK_LOST,
            KIOSK_BACK,
            WRAPPED_UP);

    private record Moment(CallState state, CallEvent event) {}

    /** Every step there is. What is not in here changes nothing. */
    private static Map<Moment, CallState> steps() {
        Map<Moment, CallState> steps = new LinkedHashMap<>();
        steps.put(new Moment(WAITING, LI_CHOSEN), new Ringing(PLACE, LI, LATER));
        steps.put(new Moment(WAITING, CANCELLED), new Over(CallEnd.CANCELLED));
        steps.put(new Moment(WAITING, KIOSK_LOST), new Over(CallEnd.ABANDONED));
        steps.put(new Moment(RINGING, LI_CHOSEN), new Ringing(PLACE, LI, LATER));
        steps.put(new Moment(RINGING, ZHANGS_RING_ENDED), WAITING);
        steps.put(new Moment(RINGING, ZHANG_ANSWERED), new Talking(PLACE, ZHANG, "1234", LATER));
        steps.put(new Moment(RINGING, CANCELLED), new Over(CallEnd.CANCELLED));
        steps.put(new Moment(RINGING, KIOSK_LOST), new Over(CallEnd.ABANDONED));
        steps.put(new Moment(TALKING, HUNG_UP), new WrapUp(ZHANG, LATER, CallEnd.APPLICANT_HUNG_UP));
        steps.put(new Moment(TALKING, KIOSK_LOST), new Suspended(CUT_OFF, LATER));
        steps.put(new Moment(TALKING, CLERK_LOST), new Waiting(CUT_OFF));
        steps.put(new Moment(SUSPENDED, KIOSK_BACK), new Waiting(CUT_OFF));
        steps.put(new Moment(SUSPENDED, CANCELLED), new Over(CallEnd.CANCELLED));
        steps.put(new Moment(WRAP_UP, WRAPPED_UP), OVER);
        return steps;
    }

    @Test
    void everyStateAnswersEveryEventAsTheTableSays() {
        Map<Moment, CallState> steps = steps();
        for (CallState state : STATES) {
            for (CallEvent event : EVENTS) {
                assertThat(CallMachine.next(state, event))
                        .as("%s in %s", event, state)
                        .isEqualTo(Optional.ofNullable(steps.get(new Moment(state, event))));
            }
        }
    }

    @Test
    void thePlaceInLineIsNeverLostAndNeverMadeWorse() {
        Random random = new Random(20260302);
        for (int call = 0; call < 500; call++) {
            CallState state = WAITING;
            for (int step = 0; step < 60; step++) {
                CallState before = state;
                CallEvent event = EVENTS.get(random.nextInt(EVENTS.size()));
                state = CallMachine.next(before, event).orElse(before);
                place(state).ifPresent(now -> {
                    assertThat(now.since()).as("%s after %s", event, before).isEqualTo(NINE);
                    Place earlier = place(before).orElseThrow(); // who is out of the line does not come back into it
                    assertThat(now.cutOff() || !earlier.cutOff()).isTrue();
                });
            }
        }
    }

    @Test
    void aCallThatIsOverStaysOver() {
        EVENTS.forEach(event -> assertThat(CallMachine.next(OVER, event)).isEmpty());
    }

    private static Optional<Place> place(CallState state) {
        return switch (state) {
            case Waiting waiting -> Optional.of(waiting.place());
            case Ringing ringing -> Optional.of(ringing.place());
            case Talking talking -> Optional.of(talking.place());
            case Suspended suspended -> Optional.of(suspended.place());
            case WrapUp _, Over _ -> Optional.empty();
        };
    }
}
