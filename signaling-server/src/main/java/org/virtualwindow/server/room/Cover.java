package org.virtualwindow.server.room;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.virtualwindow.protocol.MigrationReport;
import org.virtualwindow.protocol.Presentation;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomMessage;
import org.virtualwindow.protocol.RoomMessage.FormView;
import org.virtualwindow.protocol.RoomSignal;

/** What is told of a room to a clerk who may not see its form: what is said and shown beside it, and who is there. Pure. */
final class Cover {
    /** Not even which fields are filled: what is asked for depends on what was answered. */
    static final FormView FORM = new FormView(Map.of(), Map.of(), 0L, List.of(), List.of(), Optional.empty());

    private Cover() {}

    /** Whether an event says nothing of the form. */
    static boolean mayHear(RoomEvent event) {
        return switch (event) {
            case RoomEvent.FieldSet _,
                    RoomEvent.RowAdded _,
                    RoomEvent.RowRemoved _,
                    RoomEvent.SuggestionMade _,
                    RoomEvent.SuggestionEnded _,
                    RoomEvent.FieldConfirmed _,
                    RoomEvent.FieldRevealed _,
                    RoomEvent.Declared _,
                    RoomEvent.PagesTaken _,
                    RoomEvent.PagesAssigned _,
                    RoomEvent.PageRejected _,
                    RoomEvent.PhoneAsked _,
                    RoomEvent.PageSent _,
                    RoomEvent.SentPageDropped _,
                    RoomEvent.MaterialJudged _,
                    RoomEvent.DocumentMade _,
                    RoomEvent.LookupAsked _,
                    RoomEvent.LookupAllowed _,
                    RoomEvent.LookupEnded _,
                    RoomEvent.Migrated _ -> false;
            case RoomEvent.RoomOpened _,
                    RoomEvent.CardRead _,
                    RoomEvent.EarlierTaken _,
                    RoomEvent.MayBeResumed _,
                    RoomEvent.WasPutAside _,
                    RoomEvent.WasResumed _,
                    RoomEvent.SteppedAway _,
                    RoomEvent.CameBack _,
                    RoomEvent.GrantAsked _,
                    RoomEvent.GrantGiven _,
                    RoomEvent.GrantEnded _,
                    RoomEvent.Said _,
                    RoomEvent.Presented _,
                    RoomEvent.PresentationEnded _,
                    RoomEvent.HelperArrived _,
                    RoomEvent.HelperLeft _,
                    RoomEvent.HandedOver _,
                    RoomEvent.ClerkSeated _,
                    RoomEvent.ClerkLeft _,
                    RoomEvent.MigrationOffered _,
                    RoomEvent.MigrationDeclined _,
                    RoomEvent.UseAsked _,
                    RoomEvent.UseAllowed _,
                    RoomEvent.UseEnded _,
                    RoomEvent.DoneByHand _,
                    RoomEvent.UseConsentEnded _,
                    RoomEvent.Submitted _,
                    RoomEvent.RoomEnded _ -> true;
        };
    }

    /** What may be heard, without what a card says. */
    static RoomEvent event(RoomEvent event) {
        return event instanceof RoomEvent.CardRead read ? new RoomEvent.CardRead(List.of(), read.earlier()) : event;
    }

    static RoomMessage.CardView card(RoomMessage.CardView card) {
        return new RoomMessage.CardView(card.earlier(), card.earlierTaken(), Optional.empty());
    }

    /** Whether a gesture says nothing of the form. */
    static boolean maySee(RoomSignal signal) {
        return switch (signal) {
            case RoomSignal.Draft _, RoomSignal.Focus _, RoomSignal.AskTurn _, RoomSignal.Choosing _ -> false;
            case RoomSignal.Lead _,
                    RoomSignal.Follow _,
                    RoomSignal.Point _,
                    RoomSignal.DrawMark _,
                    RoomSignal.ClearMarks _ -> true;
        };
    }

    /** A leaflet may be made for a situation that was read in the form. */
    static Presentation presented(Presentation what) {
        return what instanceof Presentation.Leaflet leaflet
                ? new Presentation.Leaflet(leaflet.item(), List.of())
                : what;
    }

    /** What differs between the packages, and nothing of what became of whose answers. */
    static MigrationReport migration(MigrationReport report) {
        return new MigrationReport(
                report.fromVersion(),
                report.toVersion(),
                report.itemHash(),
                report.parts(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
