package org.virtualwindow.server.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.virtualwindow.protocol.FromHall.DisableKiosk;
import org.virtualwindow.protocol.FromHall.EnableKiosk;
import org.virtualwindow.protocol.FromHall.OnKiosk;
import org.virtualwindow.protocol.FromHall.RestartKiosk;
import org.virtualwindow.protocol.FromHall.Restarted;
import org.virtualwindow.protocol.FromHall.SetKioskMessage;
import org.virtualwindow.protocol.FromHall.TestKiosk;
import org.virtualwindow.protocol.KioskRestart;
import org.virtualwindow.protocol.KioskRestart.RestartOutcome;
import org.virtualwindow.protocol.SelfTest;
import org.virtualwindow.protocol.SelfTest.TestOutcome;
import org.virtualwindow.protocol.SelfTest.TestPart;
import org.virtualwindow.protocol.SelfTest.Tried;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.values.NoticeText;
import org.virtualwindow.protocol.values.Trouble;

/**
 * How a hall wants a kiosk to stand, what its last self-test found and what came of its last restart. Immutable.
 *
 * @param outOfOrderMessage only while it is out of order
 */
public record Standing(
        boolean outOfOrder,
        Optional<NoticeText> outOfOrderMessage,
        Optional<NoticeText> message,
        Optional<SelfTest> selfTest,
        Optional<KioskRestart> restart) {
    static final Standing NONE =
            new Standing(false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    /** A browser takes seconds, a daemon with its browser less than this. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    Standing ordered(OnKiosk order, Instant at) {
        return switch (order) {
            case DisableKiosk disable -> disabled(disable.message());
            case EnableKiosk _ -> enabled();
            case SetKioskMessage say -> says(say.message());
            case TestKiosk _ -> tests(at);
            case RestartKiosk(OpId op, KioskId _, Restarted what) ->
                restarts(Optional.of(new KioskRestart(op, what, at, RestartOutcome.AWAITED, Optional.empty())));
        };
    }

    Standing disabled(Optional<NoticeText> why) {
        return new Standing(true, why, message, selfTest, restart);
    }

    Standing enabled() {
        return new Standing(false, Optional.empty(), message, selfTest, restart);
    }

    Standing says(Optional<NoticeText> next) {
        return new Standing(outOfOrder, outOfOrderMessage, next, selfTest, restart);
    }

    /** Nobody has answered yet. */
    Standing tests(Instant at) {
        List<Tried> parts = Arrays.stream(TestPart.values())
                .map(part -> new Tried(part, TestOutcome.NOT_TRIED, Optional.of(Trouble.NOT_REACHED)))
                .toList();
        return with(new SelfTest(at, parts));
    }

    /** What came last of a part counts. */
    Standing tested(List<Tried> answered) {
        if (selfTest.isEmpty()) {
            return this;
        }
        Map<TestPart, Tried> parts = new EnumMap<>(TestPart.class);
        selfTest.get().parts().forEach(part -> parts.put(part.part(), part));
        answered.forEach(part -> parts.put(part.part(), part));
        return with(new SelfTest(selfTest.get().at(), new ArrayList<>(parts.values())));
    }

    /** What the kiosk answered to a restart; an answer to one before the last changes nothing. */
    Standing restarted(OpId order, RestartOutcome outcome, Optional<Trouble> why) {
        return restarts(restart.map(last -> last.order().equals(order) ? last.with(outcome, why) : last));
    }

    /** @param up since when the kiosk's daemon runs */
    Standing runs(Instant up) {
        return restarts(restart.map(last -> last.what() == Restarted.DAEMON && isOpen(last) && !up.isBefore(last.at())
                ? last.with(RestartOutcome.DONE, Optional.empty())
                : last));
    }

    /** A restart that nobody answered is not awaited for ever. */
    Standing at(Instant now) {
        return restarts(restart.map(last -> last.outcome() == RestartOutcome.AWAITED
                        && !now.isBefore(last.at().plus(PATIENCE))
                ? last.with(RestartOutcome.NO_ANSWER, Optional.empty())
                : last));
    }

    private static boolean isOpen(KioskRestart last) {
        return last.outcome() == RestartOutcome.AWAITED || last.outcome() == RestartOutcome.NO_ANSWER;
    }

    private Standing restarts(Optional<KioskRestart> next) {
        return new Standing(outOfOrder, outOfOrderMessage, message, selfTest, next);
    }

    private Standing with(SelfTest test) {
        return new Standing(outOfOrder, outOfOrderMessage, message, Optional.of(test), restart);
    }
}
