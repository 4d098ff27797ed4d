package org.virtualwindow.server.room;

import java.util.List;
import java.util.Optional;
import org.virtualwindow.protocol.ServiceItem.Field;
import org.virtualwindow.protocol.ServiceItem.Kind;
import org.virtualwindow.protocol.ServiceItem.What;
import org.virtualwindow.protocol.values.FieldValue;
import org.virtualwindow.protocol.values.LastDigits;

/** What somebody can show beside a code, to be known as the applicant of a matter. Pure. */
final class SecondFactor {
    private static final int DIGITS = 4;

    private SecondFactor() {}

    static boolean any(RoomState room) {
        return card(room) || mobile(room);
    }

    static boolean card(RoomState room) {
        return room.person()
                .filter(known -> known.card().containsKey(What.ID_NO))
                .isPresent();
    }

    static boolean mobile(RoomState room) {
        return !mobiles(room).isEmpty();
    }

    /** The card that was read here, or the end of a mobile in the form. */
    static boolean fits(RoomState room, Optional<FieldValue> idNo, Optional<LastDigits> mobile) {
        boolean byCard = idNo.isPresent()
                && room.person().map(known -> known.card().get(What.ID_NO)).equals(idNo);
        boolean byMobile = mobile.filter(
                        shown -> mobiles(room).stream().anyMatch(each -> each.endsWith(shown.digits())))
                .isPresent();
        return byCard || byMobile;
    }

    private static List<String> mobiles(RoomState room) {
        return room.form().item().fields().stream()
                .filter(field -> field.kind() == Kind.MOBILE && !field.secret())
                .map(Field::path)
                .flatMap(path -> room.form().field(path).stream())
                .map(state -> state.value().text())
                .filter(text -> text.length() >= DIGITS)
                .toList();
    }
}
