package org.virtualwindow.server.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.ids.CentreId;

/** Every item has answers that its form takes whole, in each centre. */
class WholeAnswersTest {
    @ParameterizedTest
    @ValueSource(strings = {"330503", "320114", "340104"})
    void nothingIsMissingOrWrongInAnyItem(String owner) {
        var centre = new CentreId(owner);
        List<ServiceItem> items = Catalog.load().of(centre);
        assertThat(items).hasSize(24);
        for (ServiceItem item : items) {
            assertThat(Stories.then(FormState.of(item), WholeAnswers.to(item.item(), centre))
                            .issues())
                    .as("%s of %s", item.item(), owner)
                    .isEmpty();
        }
    }
}
