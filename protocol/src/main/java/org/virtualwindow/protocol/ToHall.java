package org.virtualwindow.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.virtualwindow.protocol.ids.CallId;
import org.virtualwindow.protocol.ids.ClerkId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.ids.WindowId;
import org.virtualwindow.protocol.values.LocalText;
import org.virtualwindow.protocol.values.NoticeText;

/** Everything a hall manager's board may be told: never more than concerns their own centre. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface ToHall
        permits Answer, Beat, NotUnderstood, ToHall.Board, ToHall.WaitingLately, ToHall.CodeMade {

    /**
     * The hall as it is. Sent on connecting and on every change, at most twice a second.
     *
     * @param longWaitMinutes whoever waits this long is to be seen to
     */
    record Board(
            String manager,
            LocalText centre,
            Instant now,
            List<WaitingRow> waiting,
            List<TalkingRow> talking,
            List<ClerkRow> clerks,
            List<WindowRow> windows,
            List<KioskRow> kiosks,
            Long longWaitMinutes)
            implements ToHall {}

    /** How many waited in the last hour, as far as the server has been up: each time the number changed. Sent on connecting. */
    record WaitingLately(List<WaitingCount> counts) implements ToHall {}

    /** From this moment on so many waited. */
    record WaitingCount(Instant at, Long waiting) {}

    /** @param code shown once; it is good once, for what it was made for, and until {@code until} */
    record CodeMade(OpId opId, KioskId kiosk, CodePurpose purpose, String code, Instant until) implements ToHall {}

    /**
     * A call in the line, in the order in which calls are answered.
     *
     * @param position from 1, counted over the whole line
     * @param why the reason for its place
     * @param ringingAt the clerk whose desk rings
     * @param mayAssign this manager's clerks could answer it
     */
    record WaitingRow(
            CallId call,
            Long position,
            ServiceItemId item,
            LocalText itemTitle,
            LocalText from,
            LocalText to,
            LocalText kiosk,
            Instant since,
            OrderReason why,
            Optional<String> ringingAt,
            Boolean mayAssign) {}

    record TalkingRow(
            CallId call,
            LocalText itemTitle,
            LocalText kiosk,
            LocalText from,
            LocalText to,
            String clerk,
            Instant since,
            Boolean kioskHere,
            Boolean clerkHere) {}

    record ClerkRow(
            ClerkId clerk, String name, String staffNo, ClerkState state, Instant since, List<WindowId> windows) {}

    record WindowRow(WindowId window, LocalText name, List<LocalText> items) {}

    /**
     * @param version of the device daemon, where it is connected
     * @param trouble why the daemon is not let in, until one is
     */
    record KioskRow(
            KioskId kiosk,
            LocalText name,
            Boolean page,
            Optional<String> version,
            KioskUse use,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<DaemonTrouble> trouble,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<DaemonHealth> health,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<KioskCondition> condition) {}

    /**
     * @param outOfOrder nobody may begin anything there
     * @param outOfOrderMessage what is said there of it
     * @param message shown on its first screen
     * @param heardAt when its daemon was heard last, since this server began
     * @param upSeconds for how long the daemon had run then
     * @param devices of its daemon, while that is connected
     * @param selfTest the last one
     * @param restart the last one
     */
    record KioskCondition(
            Boolean outOfOrder,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<NoticeText> outOfOrderMessage,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<NoticeText> message,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Instant> heardAt,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Long> upSeconds,
            List<DeviceView> devices,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<SelfTest> selfTest,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<KioskRestart> restart) {}

    /** Why a kiosk's device daemon stands outside. */
    enum DaemonTrouble {
        /** Its key was used in two places and is revoked: somebody has a copy. */
        KEY_CLONED,
        /** It is older than the oldest this server talks with. */
        TOO_OLD
    }

    /** What a single-use code is good for. */
    enum CodePurpose {
        /** Opens the kiosk's page. */
        LAUNCH,
        /** Enrols the kiosk's device daemon. */
        ENROL
    }

    /** Why a call stands where it stands. */
    enum OrderReason {
        /** It has waited longest of those that stand here. */
        ARRIVAL,
        /** It was cut off in a call and keeps its place at the top. */
        CUT_OFF
    }

    /** What a kiosk is used for just now. */
    enum KioskUse {
        FREE,
        FILLING,
        WAITING,
        TALKING
    }
}
