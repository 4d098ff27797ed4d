package org.virtualwindow.server.room;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomEvent.EarlierCase;
import org.virtualwindow.protocol.RoomEvent.Known;
import org.virtualwindow.protocol.ServiceItem.What;
import org.virtualwindow.protocol.values.FieldValue;

/**
 * Who applies, as far as papers say.
 *
 * @param card what their identity card says
 * @param earlier a case they filed before, if there is one
 * @param earlierSays what stood in it; empty until they want it
 * @param expired until when their card was valid, where that was over when it was read
 */
record Person(
        Map<What, FieldValue> card,
        Optional<EarlierCase> earlier,
        Map<What, FieldValue> earlierSays,
        Optional<String> expired) {

    static Person of(RoomEvent.CardRead read) {
        return new Person(byWhat(read.says()), read.earlier(), Map.of(), read.expired());
    }

    Person with(RoomEvent.EarlierTaken taken) {
        return new Person(card, earlier, byWhat(taken.says()), expired);
    }

    private static Map<What, FieldValue> byWhat(List<Known> says) {
        Map<What, FieldValue> found = new EnumMap<>(What.class);
        says.forEach(known -> found.put(known.what(), known.value()));
        return found;
    }
}
