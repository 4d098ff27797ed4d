package org.virtualwindow.server.clerk;

import java.util.Optional;
import java.util.function.Predicate;
import org.virtualwindow.protocol.Presentation;
import org.virtualwindow.protocol.Presentation.CentreMap;
import org.virtualwindow.protocol.Presentation.Leaflet;
import org.virtualwindow.protocol.Presentation.NextItem;
import org.virtualwindow.protocol.Presentation.Told;
import org.virtualwindow.protocol.RoomOperation;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.ServiceItem.Kind;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.values.FieldValue;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.server.form.Catalog;
import org.virtualwindow.server.room.RoomFacts;

/**
 * What a clerk may put before the applicant that the room itself does not know: items that their centre handles, and the
 * maps of the room's two centres. Pure.
 */
final class Offers {
    private Offers() {}

    /** @param mapped whether it is known how one gets to a centre */
    static Optional<Refusal> refusal(
            RoomOperation operation, Catalog catalog, RoomFacts room, Predicate<CentreId> mapped) {
        return operation instanceof RoomOperation.Present present
                ? refusal(present.what(), catalog, room, mapped)
                : Optional.empty();
    }

    private static Optional<Refusal> refusal(
            Presentation what, Catalog catalog, RoomFacts room, Predicate<CentreId> mapped) {
        CentreId owner = room.owner();
        return switch (what) {
            case Leaflet leaflet ->
                offered(leaflet.item(), catalog, owner)
                        .map(item -> leaflet.told().stream().allMatch(told -> answers(item, told))
                                ? Optional.<Refusal>empty()
                                : Optional.of(Refusal.INVALID))
                        .orElse(Optional.of(Refusal.UNKNOWN));
            case NextItem next ->
                offered(next.item(), catalog, owner).isPresent() ? Optional.empty() : Optional.of(Refusal.UNKNOWN);
            case CentreMap map -> {
                CentreId centre = map.centre();
                boolean ofThisRoom = centre.equals(owner) || centre.equals(room.near());
                yield ofThisRoom && mapped.test(centre) ? Optional.empty() : Optional.of(Refusal.UNKNOWN);
            }
            case Presentation.Phrase _,
                    Presentation.Sample _,
                    Presentation.PageSample _,
                    Presentation.Question _,
                    Presentation.CardAsked _ -> Optional.empty();
        };
    }

    private static Optional<ServiceItem> offered(ServiceItemId item, Catalog catalog, CentreId owner) {
        return item.equals(ServiceItemId.QUESTION) ? Optional.empty() : catalog.find(item, owner);
    }

    /** An answer that the item offers to what it asks beforehand: so nothing that somebody typed gets into a leaflet. */
    private static boolean answers(ServiceItem item, Told told) {
        FieldValue value = told.value();
        return item.guide().contains(told.path())
                && item.fields().stream()
                        .filter(field -> field.path().equals(told.path()))
                        .anyMatch(field -> field.kind() == Kind.YES_NO
                                ? value.text().equals("true") || value.text().equals("false")
                                : field.choices().stream()
                                        .anyMatch(choice -> choice.code().equals(value.text())));
    }
}
