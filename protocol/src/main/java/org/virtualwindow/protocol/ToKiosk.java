package org.virtualwindow.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.virtualwindow.protocol.ids.CallId;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.values.Capability;
import org.virtualwindow.protocol.values.LocalText;
import org.virtualwindow.protocol.values.NoticeText;
import org.virtualwindow.protocol.values.ResumeCode;

/** Everything a kiosk's page may be told. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface ToKiosk
        permits Answer,
                Beat,
                MediaMessage,
                MediaPlan,
                NotUnderstood,
                RoomMessage,
                ToKiosk.CardReader,
                ToKiosk.KioskCallChanged,
                ToKiosk.Interrupted,
                ToKiosk.KioskStanding,
                ToKiosk.Lobby,
                ToKiosk.PhoneOffered,
                ToKiosk.PhoneOver,
                ToKiosk.PhoneSeen,
                ToKiosk.ResumeCodeMade,
                ToKiosk.TestPage {

    /**
     * Where one may go from here now. Sent on connecting and on every change, at most twice a second.
     *
     * @param offering {@link Offering#hash} of what can be done there; a page that has another fetches it
     */
    record Lobby(KioskId kiosk, LocalText centre, Instant now, List<Destination> destinations, String offering)
            implements ToKiosk {}

    /**
     * What can be done, and where: the answer of {@code GET /api/offering}. It is much, changes seldom and is the same for every
     * kiosk, so it is not said on every change of the lobby.
     *
     * @param hash over all of it
     * @param events life events, in the order in which people see them
     */
    record Offering(String hash, List<CentreOffering> centres, List<LifeEvent> events) {}

    record CentreOffering(CentreId centre, List<OfferedItem> items) {}

    /**
     * What reads identity cards at this kiosk. Sent on connecting and on every change.
     *
     * @param there false where nothing does
     * @param cards that can be laid on a simulated one; of a real one none
     */
    record CardReader(Boolean there, List<SimulatedCard> cards) implements ToKiosk {}

    /**
     * The code of this matter, told once.
     *
     * @param mobile the last digits of the mobile in the form open it too, not the card alone
     */
    record ResumeCodeMade(RoomId room, ResumeCode code, Instant until, Boolean card, Boolean mobile)
            implements ToKiosk {}

    /**
     * A phone may send pages of this material until then, told once. Whoever opens it first has it, and nobody else.
     *
     * @param code in the fragment of the QR code's address, and to be typed; of no use to a second phone
     */
    record PhoneOffered(RoomId room, String material, String code, Instant until) implements ToKiosk {}

    /**
     * A phone opened the code that this kiosk shows, so that whoever sits there notices a phone that is not theirs. Told once of the
     * phone that has it and once of another, and not repeated.
     *
     * @param first it has the code from now on; else another phone had it, and this one was turned away
     */
    record PhoneSeen(RoomId room, String material, Boolean first) implements ToKiosk {}

    /**
     * No phone sends into this room any more by the code that was shown. Told when a code ends, however it ends, and to a page that comes
     * while there is none: codes do not outlive the server.
     */
    record PhoneOver(RoomId room) implements ToKiosk {}

    /** A card of the demo's. */
    record SimulatedCard(String card, LocalText label) {}

    /** What happens in a life and brings people here, like a child that is born. */
    record LifeEvent(String code, LocalText name) {}

    /**
     * How this kiosk stands. Sent on connecting and on every change.
     *
     * @param outOfOrder the hall has switched it off: nobody may begin anything here
     * @param outOfOrderMessage what the hall says of it
     * @param message what the hall says on the first screen
     * @param broken what this kiosk has devices for of which none works now
     * @param others while it is switched off, the kiosks of the same hall that are on; at most three
     * @param elsewhere where there is none of these, open halls of the same city with kiosks that are on; at most three
     */
    record KioskStanding(
            Boolean outOfOrder,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<NoticeText> outOfOrderMessage,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<NoticeText> message,
            List<Capability> broken,
            List<LocalText> others,
            List<OtherHall> elsewhere)
            implements ToKiosk {}

    /**
     * Another hall where one goes instead.
     *
     * @param address empty where nobody has entered it
     * @param kiosks those that are on; at most three
     */
    record OtherHall(
            LocalText centre,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<LocalText> address,
            List<LocalText> kiosks) {}

    /** Try the tone and the picture, unless somebody is here. Answered by {@link FromKiosk.PageTested}. */
    record TestPage(OpId test) implements ToKiosk {}

    /** This kiosk's call; empty where there is none. Sent on connecting and on every change. */
    record KioskCallChanged(Optional<KioskCall> call) implements ToKiosk {}

    /**
     * The browser was started anew while an applicant's matter was open here. Nothing of it is shown until the clerk in the
     * call lets them back in.
     *
     * @param inCall a clerk is in the call and can do that
     */
    record Interrupted(RoomId room, Boolean inCall) implements ToKiosk {}

    /**
     * A centre that can be reached from here.
     *
     * @param opensAt when it opens next, where it is closed
     * @param staffed somebody is assigned to answer for it, here now or not
     * @param clerksFree ready now for any of the items
     */
    record Destination(
            CentreId centre,
            LocalText name,
            LocalText region,
            Boolean open,
            Optional<Instant> opensAt,
            Optional<LocalText> hours,
            Boolean staffed,
            Long clerksFree,
            Wait expected) {}

    /** @param events codes of life events, the one it belongs to first of all first */
    record OfferedItem(ServiceItemId item, LocalText title, LocalText summary, List<String> events) {}

    /**
     * How long somebody who presses Call now would wait.
     *
     * @param ahead calls before it
     * @param clerks on duty for it: ready, ringing, talking or in wrap-up
     */
    record Wait(Long ahead, Long clerks, Long minMinutes, Long maxMinutes) {}

    /** A call as the kiosk sees it. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
    sealed interface KioskCall {
        CallId call();
    }

    /** @param ringing a clerk's desk rings just now */
    record Waiting(CallId call, Instant since, Boolean ringing, Wait expected) implements KioskCall {}

    /**
     * @param code four digits that both screens show and the clerk reads out
     * @param clerkHere false while the clerk's line is cut
     * @param graceSeconds the call is kept this long for who is cut off
     */
    record Talking(CallId call, ClerkCard clerk, String code, Instant since, Boolean clerkHere, Long graceSeconds)
            implements KioskCall {}

    /** The line was cut for longer than the grace; the place is kept at the top. */
    record Suspended(CallId call, Instant since) implements KioskCall {}

    record Ended(CallId call, CallEnd how) implements KioskCall {}
}
