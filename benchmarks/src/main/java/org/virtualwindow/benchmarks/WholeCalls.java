package org.virtualwindow.benchmarks;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.protocol.CallCommand.AnswerCall;
import org.virtualwindow.protocol.CallCommand.FinishWrapUp;
import org.virtualwindow.protocol.CallCommand.HangUp;
import org.virtualwindow.protocol.CallCommand.RequestCall;
import org.virtualwindow.protocol.CallCommand.SetReady;
import org.virtualwindow.protocol.FromKiosk.EndVisit;
import org.virtualwindow.protocol.MediaMessage.Answered;
import org.virtualwindow.protocol.MediaMessage.Candidate;
import org.virtualwindow.protocol.MediaMessage.Candidates;
import org.virtualwindow.protocol.MediaMessage.MediaSignal;
import org.virtualwindow.protocol.MediaMessage.MediaState;
import org.virtualwindow.protocol.MediaMessage.Offer;
import org.virtualwindow.protocol.MediaMessage.Sending;
import org.virtualwindow.protocol.MediaMessage.Step;
import org.virtualwindow.protocol.MediaPlan;
import org.virtualwindow.protocol.RoomMessage.RoomLeft;
import org.virtualwindow.protocol.ToClerk;
import org.virtualwindow.protocol.ToKiosk;
import org.virtualwindow.protocol.ids.CallId;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.json.WireCodec;

/** Kiosks that open a room, call, talk for no time at all, and leave, over and over; and the clerks who answer them. */
final class WholeCalls {
    /** As long as a browser's for sound and a camera. */
    private static final String SDP = "v=0\r\no=- 4611731400430051336 2 IN IP4 127.0.0.1\r\n"
            + "a=rtpmap:96 VP8/90000\r\na=rtcp-fb:96 nack pli\r\n".repeat(80);

    static final Candidate CANDIDATE = new Candidate(
            "candidate:842163049 1 udp 1677729535 203.0.113.7 46154 typ srflx raddr 10.0.0.17 rport 46154"
                    + " generation 0 ufrag sXP5 network-cost 999",
            Optional.of("0"),
            Optional.of(0));
    private static final Candidates CANDIDATES = new Candidates(List.of(CANDIDATE, CANDIDATE, CANDIDATE));

    private final String origin;
    private final AtomicLong calls = new AtomicLong();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private volatile boolean over;

    WholeCalls(String origin) {
        this.origin = origin;
    }

    long made() {
        if (failure.get() != null) {
            throw new IllegalStateException("a call did not come about", failure.get());
        }
        return calls.get();
    }

    /** All begin; the threads end after {@link #stop}. */
    List<Thread> start(Crowd crowd) {
        List<Thread> clerks = crowd.clerks().stream()
                .map(cookie -> begin(() -> answer(cookie)))
                .toList();
        crowd.kiosks().forEach(cookie -> begin(() -> call(cookie)));
        return clerks;
    }

    void stop() {
        over = true;
    }

    @FunctionalInterface
    private interface Part {
        void play() throws InterruptedException;
    }

    private Thread begin(Part part) {
        return Thread.ofVirtual().start(() -> {
            try {
                part.play();
            } catch (Throwable e) {
                if (!over) {
                    failure.compareAndSet(null, e);
                }
            }
        });
    }

    private void call(String cookie) throws InterruptedException {
        try (var kiosk = new Line<>(origin, "kiosk", cookie, ToKiosk.class, Talk.BEAT)) {
            while (!over) {
                RoomId room = Talk.openRoom(kiosk);
                kiosk.say(new RequestCall(Talk.op(), room));
                MediaPlan plan = kiosk.await(MediaPlan.class, any -> true);
                CallId call = plan.call();
                kiosk.say(new MediaState(call, Sending.ON, Sending.ON, false));
                kiosk.say(signal(plan, "clerk", new Offer(SDP)));
                kiosk.await(MediaSignal.class, signal -> is(signal, Answered.class));
                kiosk.say(signal(plan, "clerk", CANDIDATES));
                kiosk.await(MediaSignal.class, signal -> is(signal, Candidates.class));
                kiosk.say(new HangUp(Talk.op(), call));
                OpId end = Talk.op();
                kiosk.say(new EndVisit(end, room));
                kiosk.await(RoomLeft.class, left -> left.room().equals(room));
                calls.incrementAndGet();
            }
        }
    }

    private void answer(String cookie) throws InterruptedException {
        try (var clerk = new Line<>(origin, "clerk", cookie, ToClerk.class, Talk.BEAT)) {
            clerk.say(new SetReady(Talk.op(), true));
            while (!over) {
                CallId call = Talk.ringing(clerk);
                clerk.say(new AnswerCall(Talk.op(), call));
                MediaPlan plan =
                        clerk.await(MediaPlan.class, found -> found.call().equals(call));
                clerk.say(new MediaState(call, Sending.ON, Sending.ON, false));
                clerk.await(MediaSignal.class, signal -> is(signal, Offer.class));
                clerk.say(signal(plan, "kiosk", new Answered(SDP)));
                clerk.say(signal(plan, "kiosk", CANDIDATES));
                clerk.await(
                        ToClerk.ClerkCallChanged.class,
                        changed -> changed.call().orElse(null) instanceof ToClerk.WrapUp);
                clerk.say(new FinishWrapUp(Talk.op(), call, true, Optional.empty()));
            }
        }
    }

    private static MediaSignal signal(MediaPlan plan, String to, Step step) {
        return new MediaSignal(plan.call(), plan.epoch(), "", to, WireCodec.encode(step));
    }

    private static boolean is(MediaSignal signal, Class<? extends Step> step) {
        return signal.step().startsWith("{\"type\":\"" + step.getSimpleName() + "\"");
    }
}
