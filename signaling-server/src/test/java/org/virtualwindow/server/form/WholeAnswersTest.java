package org.virtualwindow.server.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.ids.CentreId;

/** Every item has answers that its form takes whole. */
class WholeAnswersTest {
    @Test
    void nothingIsMissingOrWrongInAnyItem() {
        assertThat(Catalog.load().of(new CentreId("330503")))
                .extracting(ServiceItem::item)
                .hasSize(24)
                .allSatisfy(item ->
                        assertThat(Stories.filled(item.value()).issues()).isEmpty());
    }
}
