package org.virtualwindow.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.server.demo.DemoCities;
import org.virtualwindow.server.directory.Directory;
import org.virtualwindow.server.postgres.Sql;
import org.virtualwindow.server.postgres.WithPostgres;

@ExtendWith(WithPostgres.class)
class HelperSignInIT {
    /** One for all tests: the same secrets are hashed once. */
    @TempDir
    static Path folder = Path.of("");

    private static final CentreId SONGJIANG = new CentreId("310117");
    private static final CentreId NANXUN = new CentreId("330503");
    private static final KioskId ENTRANCE = new KioskId("310117-K1");
    private static final KioskId OTHER = new KioskId("310117-K2");

    private final ManualClock clock = new ManualClock();
    private final Sql sql;
    private HelperSignIn signIn;
    private String code = "";

    HelperSignInIT(Sql sql) {
        this.sql = sql;
        signIn = new HelperSignIn(sql, new Directory(sql), new SlowHashing(), clock);
    }

    @BeforeEach
    void load() throws IOException {
        DemoCities.load(sql, folder);
        signIn = new HelperSignIn(sql, new Directory(sql), new SlowHashing(), clock);
        code = Files.readAllLines(folder.resolve("demo-sign-ins")).stream()
                .filter(line -> line.startsWith("helper."))
                .map(line -> line.split(" ")[1])
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aHelperIsKnownByTheCodeAtTheKiosksOfTheirOwnCentre() {
        assertThat(signIn.check(SONGJIANG, ENTRANCE, code))
                .hasValueSatisfying(helper -> assertThat(helper.name()).isEqualTo("周敏"));
        assertThat(signIn.check(NANXUN, new KioskId("330503-K1"), code)).isEmpty();
        assertThat(signIn.check(SONGJIANG, ENTRANCE, "")).isEmpty();
    }

    @Test
    void guessingAtOneKioskHoldsBackThatKioskAlone() {
        for (int i = 0; i < 5; i++) {
            assertThat(signIn.check(SONGJIANG, ENTRANCE, "guess" + i)).isEmpty();
        }
        assertThat(signIn.check(SONGJIANG, ENTRANCE, code)).isEmpty();
        assertThat(signIn.check(SONGJIANG, OTHER, code)).isPresent();

        clock.passes(Duration.ofSeconds(5));
        assertThat(signIn.check(SONGJIANG, ENTRANCE, code)).isPresent();
    }
}
