package org.virtualwindow.protocol;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;
import org.virtualwindow.protocol.ids.CallId;
import org.virtualwindow.protocol.ids.ClerkId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.ids.WindowId;
import org.virtualwindow.protocol.values.NoticeText;

/**
 * Everything a hall manager's board may say. Each is answered by {@link Answer.Accepted} or {@link Answer.Refused}; the board
 * follows as {@link ToHall.Board}. What belongs to another centre is answered as if it did not exist.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface FromHall
        permits Beat,
                FromHall.AssignCall,
                FromHall.MakeEnrolCode,
                FromHall.MakeLaunchCode,
                FromHall.OnKiosk,
                FromHall.PutOnWindow,
                FromHall.RevokeDeviceKey,
                FromHall.TakeOffWindow {

    /** Ring this waiting call at this clerk, who must be ready and belong to the manager's centre. */
    record AssignCall(OpId opId, CallId call, ClerkId clerk) implements FromHall {}

    /** The clerk serves this window from now on. */
    record PutOnWindow(OpId opId, ClerkId clerk, WindowId window) implements FromHall {}

    /** The clerk no longer serves this window; a call under way goes on. */
    record TakeOffWindow(OpId opId, ClerkId clerk, WindowId window) implements FromHall {}

    /** A single-use code that opens the kiosk's page. Answered by {@link ToHall.CodeMade}. */
    record MakeLaunchCode(OpId opId, KioskId kiosk) implements FromHall {}

    /** A single-use code with which the kiosk's device daemon enrols. Answered by {@link ToHall.CodeMade}. */
    record MakeEnrolCode(OpId opId, KioskId kiosk) implements FromHall {}

    /** Something is done to a kiosk, once however often it is said. Refused with {@code IN_USE} while somebody sits there. */
    sealed interface OnKiosk extends FromHall
            permits DisableKiosk, EnableKiosk, RestartKiosk, SetKioskMessage, TestKiosk {
        OpId opId();

        KioskId kiosk();
    }

    /**
     * Nobody may begin anything there until {@link EnableKiosk}, over restarts too.
     *
     * @param message shown there, below what is said anyway
     */
    record DisableKiosk(OpId opId, KioskId kiosk, Optional<NoticeText> message) implements OnKiosk {}

    record EnableKiosk(OpId opId, KioskId kiosk) implements OnKiosk {}

    /** Shown on the first screen of the kiosk from now on; empty: nothing is. */
    record SetKioskMessage(OpId opId, KioskId kiosk, Optional<NoticeText> message) implements OnKiosk {}

    /** The kiosk tries itself. Its outcome comes in {@link ToHall.KioskRow#selfTest}. */
    record TestKiosk(OpId opId, KioskId kiosk) implements OnKiosk {}

    /**
     * The kiosk's daemon starts this anew, unless somebody sits there by then; what came of it comes in {@link
     * ToHall.KioskCondition#restart}. Refused with {@code DEVICE_NOT_REACHED} while it is away.
     */
    record RestartKiosk(OpId opId, KioskId kiosk, Restarted what) implements OnKiosk {}

    /** What is started anew. */
    enum Restarted {
        /** The kiosk's browser, with a fresh profile. */
        BROWSER,
        /** The whole daemon, its browser with it: it ends, and its machine starts it again. */
        DAEMON
    }

    /** The key of the kiosk's device daemon opens nothing from now on; an open connection ends at once. */
    record RevokeDeviceKey(OpId opId, KioskId kiosk) implements FromHall {}
}
