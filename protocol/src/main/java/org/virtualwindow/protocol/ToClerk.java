package org.virtualwindow.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.virtualwindow.protocol.ids.CallId;
import org.virtualwindow.protocol.ids.CaseNo;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.values.LocalText;

/** Everything a clerk's console may be told. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface ToClerk
        permits Answer,
                Beat,
                MediaMessage,
                MediaPlan,
                NotUnderstood,
                RoomMessage,
                ToClerk.AsideChanged,
                ToClerk.ClerkCallChanged,
                ToClerk.DeskView {

    /**
     * The clerk and the line. Sent on connecting and on every change, at most twice a second.
     *
     * @param longWaitMinutes whoever waits this long is pointed out
     */
    record DeskView(
            ClerkCard you,
            ClerkState state,
            Instant now,
            List<WindowView> windows,
            List<LineEntry> line,
            Long longWaitMinutes)
            implements ToClerk {}

    /** The matters this clerk had and that their applicants put aside. Sent on connecting and on every change. */
    record AsideChanged(List<AsideMatter> matters) implements ToClerk {}

    /** @param applicant the first character of their name with stars, empty where it is not known */
    record AsideMatter(LocalText itemTitle, String applicant, LocalText fromCentre, Instant since, Instant until) {}

    /** The clerk's call; empty where there is none. Sent on connecting and on every change. */
    record ClerkCallChanged(Optional<ClerkCall> call) implements ToClerk {}

    record WindowView(LocalText name, List<ServiceItemId> items) {}

    /** A waiting call. Nothing about the person: names and papers appear once it is answered. */
    record LineEntry(
            CallId call,
            ServiceItemId item,
            LocalText itemTitle,
            LocalText fromCentre,
            LocalText kiosk,
            Instant since,
            Boolean ringing) {}

    /** A call as the clerk sees it. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
    sealed interface ClerkCall {
        CallId call();
    }

    /**
     * @param until then it rings at the next clerk's desk
     * @param resumed 续办: when its applicant came back with the matter they had put aside
     */
    record Ringing(
            CallId call,
            ServiceItemId item,
            LocalText itemTitle,
            LocalText fromCentre,
            LocalText kiosk,
            Instant since,
            Instant until,
            Boolean helper,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Instant> resumed)
            implements ClerkCall {}

    /**
     * @param kioskHere false while the kiosk's line is cut
     * @param interrupted the kiosk's browser was started anew and waits to be let back in
     * @param matters everything the call was about, in its order, where it went on from one to another
     * @param maps the centres of this call to which the way is known, so that it can be shown; absent where it is known to none
     */
    record InCall(
            CallId call,
            RoomId room,
            String code,
            LocalText fromCentre,
            LocalText kiosk,
            Instant since,
            Boolean kioskHere,
            Boolean interrupted,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<CallMatter>> matters,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<CentreId>> maps)
            implements ClerkCall {}

    /**
     * The call is over; the clerk finishes and says so.
     *
     * @param item what it was about in the end
     * @param matters as in {@link InCall}
     */
    record WrapUp(
            CallId call,
            ServiceItemId item,
            Instant since,
            CallEnd how,
            Optional<CaseNo> filed,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<CallMatter>> matters)
            implements ClerkCall {}

    /**
     * One of the matters of a call.
     *
     * @param filed as which case
     * @param keptUntil it was not filed, and its applicant can take it up again with a code until then
     */
    record CallMatter(ServiceItemId item, LocalText itemTitle, Optional<CaseNo> filed, Optional<Instant> keptUntil) {}
}
