package org.virtualwindow.protocol;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.virtualwindow.protocol.ids.CallId;
import org.virtualwindow.protocol.ids.ClerkId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.ids.WindowId;

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
                FromHall.PutOnWindow,
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
}
