package org.virtualwindow.server.desk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.virtualwindow.protocol.MediaPlan.MediaMode;
import org.virtualwindow.protocol.ids.CallId;
import org.virtualwindow.server.call.CallState;
import org.virtualwindow.server.milestone.Milestone;

/** Tells the log where each call has come to, once that is on disk. */
public final class CallMilestones implements DeskListener {
    @Override
    public void changed(DeskState before, DeskState after) {
        if (before.calls() != after.calls()) {
            between(before, after).forEach(Milestone::write);
        }
    }

    static List<Milestone> between(DeskState before, DeskState after) {
        Stream<Milestone> moved = after.calls().values().stream()
                .flatMap(call -> reached(before.call(call.id()), call).map(what -> of(call, what)).stream());
        Stream<Milestone> gone = before.calls().values().stream()
                .filter(call -> after.call(call.id()).isEmpty() && !(call.state() instanceof CallState.WrapUp))
                .map(call -> of(call, "ended " + how(call, after)));
        return Stream.concat(moved, gone).toList();
    }

    /** Both see and hear each other by a plan that goes this way. */
    public static Optional<Milestone> connected(DeskState desk, CallId call, MediaMode mode) {
        return desk.call(call).map(talked -> of(talked, "connected " + word(mode)));
    }

    private static Optional<String> reached(Optional<Call> before, Call now) {
        if (before.isEmpty()) {
            return Optional.of("requested");
        }
        if (before.get().state().equals(now.state())) {
            return before.get().room().equals(now.room()) ? Optional.empty() : Optional.of("goes on to " + now.item());
        }
        return Optional.of(
                switch (now.state()) {
                    case CallState.Waiting _ -> "waits again";
                    case CallState.Ringing ringing -> "offered to " + ringing.clerk();
                    case CallState.Talking talking -> "answered by " + talking.clerk();
                    case CallState.Suspended _ -> "suspended";
                    case CallState.WrapUp wrapUp -> "ended " + word(wrapUp.how());
                    case CallState.Over over -> "ended " + word(over.how());
                });
    }

    private static String how(Call call, DeskState after) {
        return Optional.ofNullable(after.lastEnded().get(call.kiosk()))
                .filter(ended -> ended.call().equals(call.id()))
                .map(ended -> word(ended.how()))
                .orElse("while its kiosk began anew");
    }

    private static String word(Enum<?> how) {
        return how.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Milestone of(Call call, String what) {
        return new Milestone(
                what, Optional.of(call.id()), call.room(), Milestone.desk(call.owner(), call.item()), call.kiosk());
    }
}
