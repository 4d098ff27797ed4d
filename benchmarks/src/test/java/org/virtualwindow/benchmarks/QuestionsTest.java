package org.virtualwindow.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.server.find.ItemFinder;
import org.virtualwindow.server.form.Catalog;

/** `./bench find` without its many other items: what people ask for is found among what there is. */
class QuestionsTest {
    @Test
    void ninetyOfAHundredQuestionsFindTheirItemAmongTheFirstThree() {
        Catalog catalog = Catalog.load();
        Map<CentreId, List<ServiceItem>> offered = catalog.byCentre();
        Questions questions = Questions.about(offered.values().stream()
                .flatMap(List::stream)
                .map(ServiceItem::item)
                .collect(Collectors.toSet()));
        Questions.Outcome outcome = questions.ask(ItemFinder.of(offered, catalog.events(), Map.of()));
        assertThat(outcome.asked()).isPositive();
        assertThat(outcome.right())
                .as("%d asked, missed: %s", outcome.asked(), outcome.missed())
                .isGreaterThanOrEqualTo(outcome.asked() * 9 / 10);
    }
}
