package org.virtualwindow.protocol;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.values.Role;
import org.virtualwindow.protocol.values.SignInCode;
import org.virtualwindow.protocol.values.Source;

/** Everything a kiosk's page may say. The kiosk's door cannot decode anything else. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface FromKiosk
        permits Beat,
                CallCommand.ByApplicant,
                FromKiosk.EndVisit,
                FromKiosk.HandOver,
                FromKiosk.HelperSignIn,
                FromKiosk.HelperSignOut,
                FromKiosk.MoveOn,
                FromKiosk.OpenRoom,
                MediaMessage,
                RoomOperation.ByApplicant,
                RoomSignal.ByApplicant {

    /**
     * The applicant chose an item of a centre and agreed. The form is open from now on. Answered by {@link
     * Answer.Accepted} after {@link RoomMessage.RoomSnapshot}, or {@link Answer.Refused}.
     *
     * @param item {@link ServiceItemId#QUESTION} opens a room without a form, to ask a clerk of the centre
     * @param agreed the codes of what was shown and agreed to, in the order shown
     */
    record OpenRoom(OpId opId, ServiceItemId item, CentreId owner, List<String> agreed) implements FromKiosk {}

    /**
     * The visit turns to an item of the same centre, and with it the call that is talked in: a question becomes an item, or another
     * matter follows. The room it was in is over; what was not filed in it is not filed. What the next form may take over of the
     * person stands in it as {@link Source#EARLIER}. Answered by {@link Answer.Accepted} after the {@link RoomMessage.RoomSnapshot}
     * of the next room, or {@link Answer.Refused}: {@code UNKNOWN} (the centre does not handle it), {@code INCOMPLETE} (not agreed
     * to), {@code HELPER_MAY_NOT}, or {@code NOT_FREE} while a call waits in the line.
     *
     * @param room that is left
     * @param agreed as in {@link OpenRoom}
     */
    record MoveOn(OpId opId, RoomId room, ServiceItemId item, List<String> agreed) implements FromKiosk {}

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
