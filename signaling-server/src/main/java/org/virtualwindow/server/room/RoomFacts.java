package org.virtualwindow.server.room;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.virtualwindow.protocol.RoomMessage.FiledCase;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.ServiceItem.Material;
import org.virtualwindow.protocol.ServiceItem.What;
import org.virtualwindow.protocol.ids.BlobId;
import org.virtualwindow.protocol.ids.CaseNo;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.ClerkId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.values.FieldValue;
import org.virtualwindow.protocol.values.GrantScope;
import org.virtualwindow.protocol.values.LastDigits;
import org.virtualwindow.protocol.values.LocalText;
import org.virtualwindow.protocol.values.MaterialWord;
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

    /** As its package of that time says. */
    public ServiceItem says() {
        return room.form().item();
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

    /** The applicant lets the clerk see what stands in the form, and with it the pages. */
    public boolean isOpenToClerk() {
        return !room.coveredFor(Role.CLERK);
    }

    /** The room of the same visit that came before this one. */
    public Optional<RoomId> after() {
        return room.after();
    }

    /** What was filed, and when. */
    public Optional<FiledCase> filed() {
        return room.filed();
    }

    /** It is filed, and no receipt was made yet. */
    public boolean lacksReceipt() {
        return DocumentErrands.lacksReceipt(room);
    }

    public Optional<CaseNo> filedAs() {
        return room.filed().map(FiledCase::caseNo);
    }

    /** The materials that were filed with this said of them; for {@link MaterialWord#OPEN}, those that were missed. */
    public List<LocalText> filedWith(MaterialWord word) {
        return MaterialRules.filedWith(room, word);
    }

    /** A material of the item that this matter wants, or may want. */
    public Optional<Material> wants(String material) {
        return MaterialRules.wanted(room, material);
    }

    /** A phone's page that the applicant has not taken, or did not want: the clerk is not shown it. */
    public boolean isUntaken(BlobId page) {
        return room.checklist().isUntaken(page);
    }

    /** The materials that were filed by an e-licence in the place of the paper, and who keeps it; nothing of what stands in it. */
    public List<LocalText> filedByLicence() {
        return LookupRules.fulfilled(room);
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
