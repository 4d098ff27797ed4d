package org.virtualwindow.server.card;

import java.time.LocalDate;
import java.util.List;
import org.virtualwindow.protocol.RoomEvent.Known;
import org.virtualwindow.protocol.ServiceItem.What;
import org.virtualwindow.protocol.values.FieldValue;

/** What the chip of a resident identity card says. Prints itself masked. */
public record IdentityCard(String name, String number, Sex sex, LocalDate birth, String ethnic, String hukouAddress) {
    /** As choices of the forms are coded. */
    public enum Sex {
        MALE,
        FEMALE
    }

    private static final String RESIDENT_ID = "RESIDENT_ID";

    public FieldValue idNo() {
        return new FieldValue(number);
    }

    /** All of it, as the forms write it. */
    public List<Known> says() {
        return List.of(
                known(What.NAME, name),
                known(What.ID_TYPE, RESIDENT_ID),
                known(What.ID_NO, number),
                known(What.SEX, sex.name()),
                known(What.BIRTH, birth.toString()),
                known(What.ETHNIC, ethnic),
                known(What.HUKOU_ADDRESS, hukouAddress));
    }

    private static Known known(What what, String value) {
        return new Known(what, new FieldValue(value));
    }

    @Override
    public String toString() {
        return "(card)";
    }
}
