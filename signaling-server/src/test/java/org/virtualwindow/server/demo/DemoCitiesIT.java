package org.virtualwindow.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.ClerkId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.ids.WindowId;
import org.virtualwindow.server.directory.Directory;
import org.virtualwindow.server.identity.OneTimeCodes;
import org.virtualwindow.server.postgres.Sql;
import org.virtualwindow.server.postgres.WithPostgres;

@ExtendWith(WithPostgres.class)
class DemoCitiesIT {
    private static final CentreId SONGJIANG = new CentreId("310117");
    private static final CentreId NANXUN = new CentreId("330503");
    private static final ClerkId SHEN = new ClerkId("330503-C1");
    private static final WindowId GENERAL = new WindowId("330503-W2");

    /** One for all tests: the same secrets are hashed once. */
    @TempDir
    static Path folder = Path.of("");

    @Test
    void givesNanxunClerksOnWindowsAndLeavesYuhuataiWithout(Sql sql) {
        DemoCities.load(sql, folder);
        var directory = new Directory(sql);

        assertThat(directory.kiosksOf(SONGJIANG)).hasSize(2);
        assertThat(directory.clerksOf(NANXUN))
                .hasSize(3)
                .allMatch(clerk -> directory.serves(clerk.id(), new ServiceItemId("ENT_NAME")));
        assertThat(directory.windowsOf(new CentreId("320114"))).hasSize(2);
        assertThat(directory.clerksOf(new CentreId("320114"))).isEmpty();
        assertThat(directory.clerk(SHEN).orElseThrow().card().region().zh()).isEqualTo("浙江省湖州市南浔区");
    }

    @Test
    void keepsShushanClosedAtTheWeekend(Sql sql) {
        DemoCities.load(sql, folder);
        var shushan = new Directory(sql).centre(new CentreId("340104")).orElseThrow();

        Instant saturday = Instant.parse("2026-03-07T04:00:00Z");
        assertThat(shushan.openAt(saturday)).isFalse();
        assertThat(shushan.opensAfter(saturday)).contains(Instant.parse("2026-03-09T01:00:00Z"));
        assertThat(shushan.hoursText().zh()).isEqualTo("周一至周五 09:00–17:00");
    }

    @Test
    void hidesWhatBelongsToAnotherCentre(Sql sql) {
        DemoCities.load(sql, folder);
        var directory = new Directory(sql);

        assertThat(directory.clerk(NANXUN, SHEN)).isPresent();
        assertThat(directory.clerk(SONGJIANG, SHEN)).isEmpty();
        assertThat(directory.window(SONGJIANG, GENERAL)).isEmpty();
        assertThat(directory.kiosk(NANXUN, new KioskId("310117-K1"))).isEmpty();
    }

    @Test
    void keepsAClerkOffTheWindowsOfAnotherCentre(Sql sql) {
        DemoCities.load(sql, folder);
        var directory = new Directory(sql);

        assertThat(directory.assign(SHEN, new WindowId("320114-W1"))).isFalse();
        assertThat(directory.assign(SHEN, new WindowId("nowhere"))).isFalse();
        assertThat(directory.windowsOf(SHEN)).noneMatch(window -> window.value().startsWith("320114"));
    }

    @Test
    void leavesAManagersChangesAloneWhenLoadedAgain(Sql sql) {
        DemoCities.load(sql, folder);
        var directory = new Directory(sql);
        directory.unassign(SHEN, GENERAL);
        assertThat(directory.windowsOf(SHEN)).doesNotContain(GENERAL);

        DemoCities.load(sql, folder);
        directory.reread();
        assertThat(directory.windowsOf(SHEN)).doesNotContain(GENERAL);

        assertThat(directory.assign(SHEN, GENERAL)).isTrue();
        assertThat(directory.assign(SHEN, GENERAL)).isTrue();
        assertThat(directory.windowsOf(SHEN)).contains(GENERAL);
    }

    @Test
    void printsTheSameSignInsAtEveryStartAndFreshLaunchLinks(Sql sql) throws IOException {
        var codes = new OneTimeCodes(sql, InstantSource.system());
        String first = DemoCities.load(sql, folder).banner("http://localhost:8080", codes);
        String second = DemoCities.load(sql, folder).banner("http://localhost:8080", codes);

        for (String line : Files.readAllLines(folder.resolve(DemoSignIns.FILE)).stream()
                .filter(line -> !line.startsWith("#"))
                .toList()) {
            String secret = line.split(" ")[1];
            assertThat(first).contains(secret);
            assertThat(second).contains(secret);
        }
        assertThat(first).contains("http://localhost:8080/kiosk/#launch=").isNotEqualTo(second);
    }

    @Test
    void keepsTheSignInsFromOtherPeopleOfTheMachine(Sql sql) throws IOException {
        DemoCities.load(sql, folder);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(DemoSignIns.FILE))))
                .isEqualTo("rw-------");
    }
}
