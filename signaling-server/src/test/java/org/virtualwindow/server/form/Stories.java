package org.virtualwindow.server.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.virtualwindow.server.form.Forms.path;

import java.util.stream.Stream;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.RowId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.values.FieldValue;
import org.virtualwindow.protocol.values.Refusal;

/** Forms of any item, filled in as people tell it, at {@link Forms#NOON}. */
final class Stories {
    static final String MOTHER = "330503198803150029";
    static final String FATHER = "610103199501010047";
    static final String ELDER = "510129196508120034";
    static final String MOBILE = "13800000427";
    static final String LICENCE = "91330503MA2B00027W";
    static final String UNIT_NO = "330503001002GB00003F00040005";

    private static final Catalog CATALOG = Catalog.load();

    private Stories() {}

    /** By somebody who has everything at hand. */
    static FormState filled(String item) {
        return filled(item, WholeAnswers.to(new ServiceItemId(item)));
    }

    /** As Nanxun asks for it. */
    static FormState filled(String item, String lines) {
        ServiceItem found =
                CATALOG.find(new ServiceItemId(item), new CentreId("330503")).orElseThrow();
        return then(FormState.of(found), lines);
    }

    /** Lines of a path and what is written there; a row that is not there yet is added. */
    static FormState then(FormState form, String lines) {
        FormState written = form;
        for (String line : lines.lines().toList()) {
            String[] parts = line.split(" ", 2);
            String[] steps = path(parts[0]).parts();
            if (steps.length == 3) {
                RowId row = new RowId(steps[1]);
                if (!written.rows(path("/" + steps[0])).contains(row)) {
                    written = written.addRow(path("/" + steps[0]), row);
                }
            }
            assertThat(written.refusal(path(parts[0]), new FieldValue(parts[1])).filter(why -> why != Refusal.HIDDEN))
                    .as(line)
                    .isEmpty();
            written = Forms.write(written, parts[0], parts[1]);
        }
        return written;
    }

    /** Codes of the materials that this form asks for. */
    static Stream<String> needed(FormState form) {
        return form.item().materials().stream()
                .filter(material -> material.when()
                        .map(when -> Evaluation.holds(when, path("/form"), form.derived()))
                        .orElse(true))
                .map(ServiceItem.Material::code);
    }
}
