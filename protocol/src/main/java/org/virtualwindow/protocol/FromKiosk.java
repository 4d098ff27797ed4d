package org.virtualwindow.protocol;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.values.Role;
import org.virtualwindow.protocol.values.SignInCode;

/** Everything a kiosk's page may say. The kiosk's door cannot decode anything else. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface FromKiosk
        permits Beat,
                CallCommand.ByApplicant,
                FromKiosk.EndVisit,
                FromKiosk.HandOver,
                FromKiosk.HelperSignIn,
                FromKiosk.HelperSignOut,
                FromKiosk.OpenRoom,
                MediaMessage,
                RoomOperation.ByApplicant,
                RoomSignal.ByApplicant {

    /**
     * The applicant chose an item of a centre and agreed. The form is open from now on. Answered by {@link
     * Answer.Accepted} after {@link RoomMessage.RoomSnapshot}, or {@link Answer.Refused}.
     *
     * @param agreed the codes of what was shown and agreed to, in the order shown
     */
    record OpenRoom(OpId opId, ServiceItemId item, CentreId owner, List<String> agreed) implements FromKiosk {}

    /**
     * End the visit: the call is over, the room is left, this kiosk forgets the applicant. Answered by {@link
     * Answer.Accepted}, then {@link RoomMessage.RoomLeft}.
     */
    record EndVisit(OpId opId, RoomId room) implements FromKiosk {}

    /** A local helper signs in at this kiosk. Answered by {@link Answer.Accepted} or {@link Answer.Refused}. */
    record HelperSignIn(OpId opId, RoomId room, SignInCode code) implements FromKiosk {}

    /** The helper leaves. */
    record HelperSignOut(OpId opId, RoomId room) implements FromKiosk {}

    /**
     * From now on the other person at the kiosk types and presses. Only {@link Role#APPLICANT} and {@link Role#HELPER}.
     */
    record HandOver(OpId opId, RoomId room, Role to) implements FromKiosk {}
}
