package org.virtualwindow.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.server.form.Catalog;

/** The clerk's screen, the applicant's and the server must see the same form. */
class EvaluatorsTest {
    private static final int FORMS = 200;

    @Test
    void serverAndBrowsersThinkTheSameOfEveryGeneratedForm(@TempDir Path folder) throws Exception {
        Evaluators evaluators = Evaluators.build(Path.of("..").toAbsolutePath().normalize(), folder);
        for (Map.Entry<CentreId, List<ServiceItem>> centre :
                Catalog.load().byCentre().entrySet()) {
            for (ServiceItem item : centre.getValue()) {
                assertThat(evaluators.compare(item, FORMS, 7).differences())
                        .as("%s of %s", item.item(), centre.getKey())
                        .isEmpty();
            }
        }
    }
}
