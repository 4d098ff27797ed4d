package org.virtualwindow.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.virtualwindow.protocol.CallCommand.AnswerCall;
import org.virtualwindow.protocol.CallCommand.RequestCall;
import org.virtualwindow.protocol.CallCommand.SetReady;
import org.virtualwindow.protocol.FromKiosk.OpenRoom;
import org.virtualwindow.protocol.MediaPlan;
import org.virtualwindow.protocol.RoomMessage.RoomSnapshot;
import org.virtualwindow.protocol.ToClerk;
import org.virtualwindow.protocol.ToKiosk;
import org.virtualwindow.protocol.ids.CallId;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.ids.ServiceItemId;

/**
 * An applicant and a clerk who have begun to talk, over a form that is still empty.
 *
 * @param epoch of the media plan both have
 */
record Talk(Line<ToKiosk> kiosk, Line<ToClerk> clerk, RoomId room, CallId call, long epoch) implements AutoCloseable {
    static final Duration BEAT = Duration.ofSeconds(2);
    private static final AtomicLong NAMES = new AtomicLong();

    /** Everybody before is in a call, so this clerk is the only one who is free. */
    static Talk begin(String origin, String kioskCookie, String clerkCookie) throws InterruptedException {
        var clerk = new Line<>(origin, "clerk", clerkCookie, ToClerk.class, BEAT);
        var kiosk = new Line<>(origin, "kiosk", kioskCookie, ToKiosk.class, BEAT);
        OpId ready = op();
        clerk.ask(new SetReady(ready, true), ready.value());
        RoomId room = openRoom(kiosk);
        OpId request = op();
        kiosk.ask(new RequestCall(request, room), request.value());
        CallId call = ringing(clerk);
        clerk.say(new AnswerCall(op(), call));
        clerk.await(RoomSnapshot.class, snapshot -> snapshot.room().equals(room));
        MediaPlan plan = kiosk.await(MediaPlan.class, any -> true);
        return new Talk(kiosk, clerk, room, call, plan.epoch());
    }

    /** The applicant has chosen the item and agreed. */
    static RoomId openRoom(Line<ToKiosk> kiosk) throws InterruptedException {
        kiosk.say(new OpenRoom(
                op(),
                new ServiceItemId("ENT_NAME"),
                new CentreId("330503"),
                List.of("WHO_SEES", "NOT_RECORDED", "KEPT")));
        return kiosk.await(RoomSnapshot.class, any -> true).room();
    }

    /** Waits until the clerk's desk rings. */
    static CallId ringing(Line<ToClerk> clerk) throws InterruptedException {
        return clerk.await(
                        ToClerk.ClerkCallChanged.class,
                        changed -> changed.call().orElse(null) instanceof ToClerk.Ringing)
                .call()
                .orElseThrow()
                .call();
    }

    /** A name no operation had before. */
    static OpId op() {
        return new OpId("b" + NAMES.incrementAndGet());
    }

    boolean isOpen() {
        return kiosk.isOpen() && clerk.isOpen();
    }

    @Override
    public void close() {
        kiosk.close();
        clerk.close();
    }
}
