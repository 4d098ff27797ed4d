package org.virtualwindow.protocol;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Optional;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.values.LastDigits;
import org.virtualwindow.protocol.values.ResumeCode;
import org.virtualwindow.protocol.values.Role;
import org.virtualwindow.protocol.values.SignInCode;
import org.virtualwindow.protocol.values.Source;

/** Everything a kiosk's page may say. The kiosk's door cannot decode anything else. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface FromKiosk
        permits Beat,
                CallCommand.ByApplicant,
                FromKiosk.EndPhone,
                FromKiosk.EndVisit,
                FromKiosk.HandOver,
                FromKiosk.HelperSignIn,
                FromKiosk.HelperSignOut,
                FromKiosk.MakeResumeCode,
                FromKiosk.MoveOn,
                FromKiosk.OfferPhone,
                FromKiosk.OpenRoom,
                FromKiosk.PageDevicesAre,
                FromKiosk.PageTested,
                FromKiosk.PutAside,
                FromKiosk.ReadCard,
                FromKiosk.Resume,
                FromKiosk.StopReading,
                FromKiosk.TakeEarlier,
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
     * matter follows. The room it was in is over, and what was not filed in it is lost; unless a code is in force for it ({@link
     * MakeResumeCode}): then it is put aside. What the next form may take over of the person stands in it as {@link Source#EARLIER}. Answered by {@link Answer.Accepted} after the {@link RoomMessage.RoomSnapshot}
     * of the next room, or {@link Answer.Refused}: {@code UNKNOWN} (the centre does not handle it), {@code INCOMPLETE} (not agreed
     * to), {@code HELPER_MAY_NOT}, or {@code NOT_FREE} while a call waits in the line.
     *
     * @param room that is left
     * @param agreed as in {@link OpenRoom}
     */
    record MoveOn(OpId opId, RoomId room, ServiceItemId item, List<String> agreed) implements FromKiosk {}

    /**
     * End the visit: the call is over, the room is left, this kiosk forgets the applicant. Answered by {@link
     * Answer.Accepted}, then {@link RoomMessage.RoomLeft}. Where this start of the browser may not see the room and a code is in
     * force with which it can be taken up again, it is put aside instead.
     */
    record EndVisit(OpId opId, RoomId room) implements FromKiosk {}

    /**
     * 读身份证: the applicant's card is read, and what it says comes to stand in the fields that the item names for it. What they
     * wrote there themselves stays, with the card's as a proposal. Answered by {@link Answer.Accepted} or {@link Answer.Refused};
     * {@code UNKNOWN} also where the item takes nothing from a card. Where the kiosk's daemon has a reader, this is a use of it like a
     * clerk's ({@link RoomOperation.Operate}, whose refusals it has besides) that is allowed by being asked for, so never a helper's
     * ({@code HELPER_MAY_NOT}); its command is called like this operation.
     *
     * @param card which of the simulated reader's, as {@link ToKiosk.CardReader} names them; else whichever lies there
     */
    record ReadCard(OpId opId, RoomId room, Optional<String> card) implements FromKiosk {}

    /**
     * 用上次的: the applicant, whose card was read, wants what they wrote in the case they filed before, in the fields that the item
     * names for it.
     */
    record TakeEarlier(OpId opId, RoomId room) implements FromKiosk {}

    /**
     * 先存起来: a code with which this matter can be taken up again within seven days, at this or any other kiosk. One is in force for
     * a matter; a newer ends the one before. Answered by {@link ToKiosk.ResumeCodeMade}, then {@link Answer.Accepted}; by the latter
     * alone where the code was told before and did not arrive, which asks for another. Or by {@link Answer.Refused}: {@code
     * NO_SECOND_FACTOR}, {@code SUBMITTED}.
     */
    record MakeResumeCode(OpId opId, RoomId room) implements FromKiosk {}

    /**
     * The applicant leaves and comes back later with the code: the call is over, the room stays, this kiosk forgets them. Answered by
     * {@link Answer.Accepted}, then {@link RoomMessage.RoomLeft}; {@code INCOMPLETE} without a code in force.
     */
    record PutAside(OpId opId, RoomId room) implements FromKiosk {}

    /**
     * 继续之前的办理: by the code and one more thing, the card or the last digits of the mobile. Answered by {@link Answer.Accepted}
     * after {@link RoomMessage.RoomSnapshot}, or {@link Answer.Refused}: {@code WRONG_CODE} whatever of it is wrong, old or used up,
     * {@code TOO_MANY} with a time, {@code OTHER_REGION}, {@code OPEN_ELSEWHERE}. A card is read first, which may take 30 s and ends
     * with {@link StopReading}: {@code TRY_AGAIN} where it was stopped or none was laid down, {@code DEVICE_FAULT} where it was not read,
     * {@code DEVICE_NOT_REACHED} where nothing reads cards here any more.
     *
     * @param card it is to be read now
     * @param takeOver it is open at another kiosk, which shall let go of it
     */
    record Resume(OpId opId, ResumeCode code, Optional<CardShown> card, Optional<LastDigits> mobile, Boolean takeOver)
            implements FromKiosk {}

    /** @param simulated which of the simulated reader's, as {@link ToKiosk.CardReader} names them; else whichever lies there */
    record CardShown(Optional<String> simulated) {}

    /** No card is to be read any more for {@link Resume}. Not answered. */
    record StopReading() implements FromKiosk {}

    /**
     * 用手机传: a phone may send pages of this material for some minutes, and no longer than the visit lasts; a code of before ends.
     * Answered by {@link ToKiosk.PhoneOffered}, then {@link Answer.Accepted}; or refused as {@code UNKNOWN} (this matter wants no such
     * material) or {@code SUBMITTED}.
     */
    record OfferPhone(OpId opId, RoomId room, String material) implements FromKiosk {}

    /** 停用: no phone sends anything more by the code of this matter. What waits to be taken, waits on. Always accepted. */
    record EndPhone(OpId opId, RoomId room) implements FromKiosk {}

    /** A local helper signs in at this kiosk. Answered by {@link Answer.Accepted} or {@link Answer.Refused}. */
    record HelperSignIn(OpId opId, RoomId room, SignInCode code) implements FromKiosk {}

    /** The helper leaves. */
    record HelperSignOut(OpId opId, RoomId room) implements FromKiosk {}

    /**
     * From now on the other person at the kiosk types and presses. Only {@link Role#APPLICANT} and {@link Role#HELPER}.
     */
    record HandOver(OpId opId, RoomId room, Role to) implements FromKiosk {}

    /**
     * What came of {@link ToKiosk.TestPage}.
     *
     * @param test as it was asked
     */
    record PageTested(OpId test, List<SelfTest.Tried> parts) implements FromKiosk {}

    /**
     * The devices that the page itself has: for {@link org.virtualwindow.protocol.values.Capability#CAPTURE} and {@link
     * org.virtualwindow.protocol.values.Capability#SIGN}; what is said of others is ignored. Sent on connecting and on every change;
     * not answered.
     */
    record PageDevicesAre(List<DeviceView> devices) implements FromKiosk {}
}
