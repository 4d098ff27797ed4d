package org.virtualwindow.server.room;

import java.time.Instant;
import java.util.Optional;
import org.virtualwindow.protocol.RoomMessage.FiledCase;
import org.virtualwindow.protocol.ServiceItem.What;
import org.virtualwindow.protocol.ids.CaseNo;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.ClerkId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.values.FieldValue;
import org.virtualwindow.protocol.values.GrantScope;
import org.virtualwindow.protocol.values.LastDigits;
import org.virtualwindow.protocol.values.Role;

/** What others may know of a room without being in it, as it stood on disk when they asked. Immutable; any thread. */
public final class RoomFacts {
    private final RoomState room;

    RoomFacts(RoomState room) {
        this.room = room;
    }

    public ServiceItemId item() {
        return room.form().item().item();
    }

    /** The centre that decides. */
    public CentreId owner() {
        return room.owner();
    }

    /** The centre where the applicant sits. */
    public CentreId near() {
        return room.near();
    }

    /** At which it is or was open. */
    public KioskId kiosk() {
        return room.kiosk();
    }

    public boolean hasHelper() {
        return room.helper().isPresent();
    }

    /** The helper types and presses. */
    public boolean helperActs() {
        return room.atKiosk() == Role.HELPER;
    }

    /** The room of the same visit that came before this one. */
    public Optional<RoomId> after() {
        return room.after();
    }

    public Optional<CaseNo> filedAs() {
        return room.filed().map(FiledCase::caseNo);
    }

    /** Nobody sits at a kiosk in it. */
    public boolean aside() {
        return room.visits().aside();
    }

    /** Until when it can be taken up again with a code; empty where none is in force, nothing shows whose it is, or it is filed. */
    public Optional<Instant> resumableUntil(Instant now) {
        return room.filed().isEmpty() && room.visits().codeInForce(now) && SecondFactor.any(room)
                ? room.visits().resumableUntil()
                : Optional.empty();
    }

    /** Who had it last. */
    public Optional<ClerkId> clerk() {
        return room.visits().clerk();
    }

    /** When its applicant came back with it. */
    public Optional<Instant> resumedAt() {
        return room.visits().resumedAt();
    }

    /** What the card said that was read. */
    public Optional<FieldValue> cardSays(What what) {
        return room.person().map(person -> person.card().get(what));
    }

    /** Whether the card that was read shows whose it is. */
    public boolean provedByCard() {
        return SecondFactor.card(room);
    }

    /** Whether a mobile in the form does. */
    public boolean provedByMobile() {
        return SecondFactor.mobile(room);
    }

    /** Whether somebody who shows this is the applicant. */
    public boolean isOf(Optional<FieldValue> idNo, Optional<LastDigits> mobile) {
        return SecondFactor.fits(room, idNo, mobile);
    }

    /** The first character of the applicant's name; empty where it is not known, or the clerk might not see the form. */
    public String maskedName() {
        return room.granted(GrantScope.SEE_FORM) ? PrefillRules.maskedName(room) : "";
    }
}
