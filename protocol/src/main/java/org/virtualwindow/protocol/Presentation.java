package org.virtualwindow.protocol;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.values.ChatText;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.FieldValue;

/** What the clerk puts before the applicant, large, until one of them puts it away. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface Presentation {

    /** A sentence in both languages; the kiosk shows its own. */
    record Phrase(ChatText zh, ChatText en) implements Presentation {}

    /** The example on the item's rule card for this field or table. */
    record Sample(FieldPath path) implements Presentation {}

    /** A page of the item's form as it looks when it is filled, by the examples on its rule cards. */
    record PageSample(String page) implements Presentation {}

    /** How one gets to a centre of this room: where it is, when it is open, and a sketch of the streets around it. */
    record CentreMap(CentreId centre) implements Presentation {}

    /** Please read your identity card: the applicant does, or puts this away. */
    record CardAsked() implements Presentation {}

    /** A choice, or yes and no: one touch answers it, and stands in the field as the applicant's own. */
    record Question(FieldPath path) implements Presentation {}

    /**
     * 告知单: what an item of this centre takes: materials, fee, time limit, place.
     *
     * @param told the situation it is for: answers to what the item asks beforehand, perhaps not to all of it
     */
    record Leaflet(ServiceItemId item, List<Told> told) implements Presentation {}

    /** An item of this centre that the call could turn to; the applicant agrees with {@link FromKiosk.MoveOn}. */
    record NextItem(ServiceItemId item) implements Presentation {}

    /** @param path one of the item's {@code guide} */
    record Told(FieldPath path, FieldValue value) {}
}
