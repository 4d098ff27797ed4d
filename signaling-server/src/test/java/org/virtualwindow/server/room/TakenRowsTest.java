package org.virtualwindow.server.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.virtualwindow.server.room.OpenRooms.APPLICANT;
import static org.virtualwindow.server.room.OpenRooms.NOON;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.RowId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.FieldValue;
import org.virtualwindow.protocol.values.Source;
import org.virtualwindow.server.form.Catalog;
import org.virtualwindow.server.form.FormState;
import org.virtualwindow.server.form.WholeAnswers;

/** One matter is whole, and the next begins: which rows stand in it already. */
class TakenRowsTest {
    private static final Catalog CATALOG = Catalog.load();
    private static final CentreId NANXUN = new CentreId("330503");

    @ParameterizedTest
    @CsvSource({
        "ENT_NAME, /investors",
        "HUKOU_MOVE, /movers",
    })
    void whoBelongsToAMatterIsTakenOverWhereThePackageAsksForIt(String item, String table) {
        assertThat(written(whole(item), item(item))).anyMatch(path -> path.startsWith(table + "/"));
    }

    @ParameterizedTest
    @CsvSource({
        "TRAFFIC_FINE, /offences",
        "LEGAL_AID, /cooperation",
        "RE_TRANSFER, /buyers",
    })
    void whatIsJustSettledIsNotAskedForAgain(String item, String table) {
        FormState before = whole(item);
        assertThat(before.rows(new FieldPath(table))).isNotEmpty();
        assertThat(written(before, item(item))).noneMatch(path -> path.startsWith(table + "/"));
    }

    @Test
    void aHouseholdIsTakenOverOnceItIsAskedFor() {
        FormState before = whole("LEGAL_AID");
        FieldPath hardship = new FieldPath("/hardship");
        FormState next = FormState.of(item("LEGAL_AID"));
        assertThat(TakenRows.events(next, TakenRows.known(before), Source.EARLIER_CASE))
                .isEmpty();
        FormState asked =
                next.set(hardship, before.field(hardship).orElseThrow().value(), Source.GUIDE, APPLICANT, NOON);
        assertThat(added(before, asked))
                .containsExactly(new RoomEvent.RowAdded(new FieldPath("/members"), new RowId("e1")));
    }

    @Test
    void whoHasACompanyNamedIsAmongItsShareholders() {
        FormState before = whole("ENT_NAME");
        assertThat(written(before, item("ENT_SETUP")))
                .contains("/shareholders/r1/idType", "/shareholders/r1/name", "/shareholders/r1/idNo")
                .as("what they promise to pay is said in each")
                .noneMatch(path -> path.endsWith("/subscribed"));
    }

    @Test
    void nothingIsCarriedToWhereMoreOfItIsSeen() {
        ServiceItem open = CATALOG.read(
                        NANXUN,
                        new ServiceItemId("ENT_NAME"),
                        Optional.empty(),
                        Optional.of("fields: {/investors/idNo: {sensitivity: OPEN}}".getBytes(StandardCharsets.UTF_8)))
                .item();
        assertThat(written(whole("ENT_NAME"), open))
                .contains("/investors/r1/name")
                .noneMatch(path -> path.endsWith("/idNo"));
    }

    @Test
    void aRowThatWasTakenOutStandsInNobodysWay() {
        FieldPath movers = new FieldPath("/movers");
        FormState again =
                FormState.of(item("HUKOU_MOVE")).addRow(movers, new RowId("e1")).removeRow(new FieldPath("/movers/e1"));
        assertThat(added(whole("HUKOU_MOVE"), again)).containsExactly(new RoomEvent.RowAdded(movers, new RowId("e2")));
    }

    private static List<RoomEvent> added(FormState before, FormState next) {
        return TakenRows.events(next, TakenRows.known(before), Source.EARLIER).stream()
                .filter(RoomEvent.RowAdded.class::isInstance)
                .toList();
    }

    private static List<String> written(FormState before, ServiceItem next) {
        return TakenRows.events(FormState.of(next), TakenRows.known(before), Source.EARLIER).stream()
                .filter(RoomEvent.FieldSet.class::isInstance)
                .map(event -> ((RoomEvent.FieldSet) event).path().value())
                .toList();
    }

    private static ServiceItem item(String code) {
        return CATALOG.find(new ServiceItemId(code), NANXUN).orElseThrow();
    }

    private static FormState whole(String code) {
        FormState form = FormState.of(item(code));
        for (String line : WholeAnswers.to(new ServiceItemId(code)).lines().toList()) {
            String[] parts = line.split(" ", 2);
            FieldPath path = new FieldPath(parts[0]);
            if (path.parts().length == 3) {
                FieldPath table = path.table().orElseThrow();
                RowId row = new RowId(path.parts()[1]);
                form = form.refusalOfNewRow(table, row).isEmpty() ? form.addRow(table, row) : form;
            }
            form = form.set(path, form.normalised(path, new FieldValue(parts[1])), Source.TYPED, APPLICANT, NOON);
        }
        return form;
    }
}
