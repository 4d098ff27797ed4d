package org.virtualwindow.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.ClerkId;
import org.virtualwindow.protocol.ids.HallManagerId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.server.demo.DemoCities;
import org.virtualwindow.server.identity.Visitor.ClerkVisitor;
import org.virtualwindow.server.identity.Visitor.HallVisitor;
import org.virtualwindow.server.postgres.Sql;
import org.virtualwindow.server.postgres.WithPostgres;

@ExtendWith(WithPostgres.class)
class SessionsIT {
    /** One for all tests: the same secrets are hashed once. */
    @TempDir
    static Path folder = Path.of("");

    private static final CentreId SONGJIANG = new CentreId("310117");
    private static final CentreId NANXUN = new CentreId("330503");
    private static final ClerkId SHEN = new ClerkId("330503-C1");
    private static final KioskId ENTRANCE = new KioskId("310117-K1");

    private final ManualClock clock = new ManualClock();
    private final Sql sql;
    private final Sessions sessions;

    SessionsIT(Sql sql) {
        this.sql = sql;
        sessions = new Sessions(sql, clock, false);
    }

    @BeforeEach
    void load() {
        DemoCities.load(sql, folder);
    }

    @Test
    void theCookieOfOneDoorOpensNoOther() {
        String clerk = pair(sessions.begin(SHEN, NANXUN));
        String manager = pair(sessions.begin(new HallManagerId("330503-M1"), NANXUN));

        assertThat(sessions.clerk(clerk)).contains(new ClerkVisitor(SHEN, NANXUN));
        assertThat(sessions.hall(clerk)).isEmpty();
        assertThat(sessions.hall(clerk.replace("vw-clerk", "vw-hall"))).isEmpty();
        assertThat(sessions.hall("lang=zh; " + clerk + "; " + manager))
                .contains(new HallVisitor(new HallManagerId("330503-M1"), NANXUN));
    }

    @Test
    void nobodyIsKnownWithoutACookieWithAnInventedOneOrWithTwoOfOneName() {
        String cookie = pair(sessions.begin(SHEN, NANXUN));
        assertThat(sessions.clerk(null)).isEmpty();
        assertThat(sessions.clerk("")).isEmpty();
        assertThat(sessions.clerk("vw-clerk=invented")).isEmpty();
        assertThat(sessions.clerk("vw-clerk=")).isEmpty();
        assertThat(sessions.clerk(cookie + "; vw-clerk=planted")).isEmpty();
    }

    @Test
    void aClerkSignsInAnewAfterHalfADay() {
        String cookie = pair(sessions.begin(SHEN, NANXUN));
        clock.passes(Duration.ofHours(12).minusMillis(1));
        assertThat(sessions.clerk(cookie)).isPresent();
        clock.passes(Duration.ofMillis(1));
        assertThat(sessions.clerk(cookie)).isEmpty();
    }

    @Test
    void aBrowserStartKeepsItsNameOverReloadsAndTheNextHasAnother() {
        String first =
                pair(sessions.begin(ENTRANCE, SONGJIANG, Optional.empty()).orElseThrow());
        String start = sessions.kiosk(first).orElseThrow().browserStart();
        assertThat(sessions.kiosk(first).orElseThrow().browserStart()).isEqualTo(start);

        String second =
                pair(sessions.begin(ENTRANCE, SONGJIANG, Optional.empty()).orElseThrow());
        assertThat(sessions.kiosk(second).orElseThrow().browserStart()).isNotEqualTo(start);
        assertThat(sessions.kiosk(first)).isEmpty();
    }

    @Test
    void overTlsTheCookieIsBoundToTheHostAndUnknownWithoutItsPrefix() {
        var secure = new Sessions(sql, clock, true);
        String header = secure.begin(SHEN, NANXUN);
        assertThat(header).startsWith("__Host-vw-clerk=").contains("; Secure").contains("; Path=/");
        assertThat(secure.clerk(pair(header))).isPresent();
        assertThat(secure.clerk(pair(header).replace("__Host-", ""))).isEmpty();
    }

    @Test
    void whatADeviceKeyOpenedIsOverWithItAlsoInTheDatabase() {
        var codes = new OneTimeCodes(sql, clock);
        var keys = new DeviceKeys(sql, codes, clock);
        keys.listen(sessions::keyIsRevoked);
        TestDevice device = TestDevice.enrolled(ENTRANCE, keys, codes);
        String key = asks(keys, device);
        String used = codes.makeLaunch(ENTRANCE, key).code();
        String unused = codes.makeLaunch(ENTRANCE, key).code();
        Optional<String> opener = codes.launch(used).orElseThrow().key();
        String cookie = pair(sessions.begin(ENTRANCE, SONGJIANG, opener).orElseThrow());
        assertThat(sessions.kiosk(cookie)).isPresent();

        keys.revoke(ENTRANCE);
        assertThat(sessions.kiosk(cookie)).isEmpty();
        assertThat(new Sessions(sql, clock, false).kiosk(cookie))
                .as("after a restart of the server")
                .isEmpty();
        assertThat(codes.launch(unused)).isEmpty();

        String byPerson =
                pair(sessions.begin(ENTRANCE, SONGJIANG, Optional.empty()).orElseThrow());
        assertThat(sessions.begin(ENTRANCE, SONGJIANG, opener))
                .as("redeemed just before")
                .isEmpty();
        assertThat(sessions.kiosk(byPerson)).as("nothing ended for it").isPresent();
    }

    @Test
    void enrollingAnewEndsWhatTheKeyBeforeOpenedAndNothingThatAPersonDid() {
        var codes = new OneTimeCodes(sql, clock);
        var keys = new DeviceKeys(sql, codes, clock);
        keys.listen(sessions::keyIsRevoked);
        String key = asks(keys, TestDevice.enrolled(ENTRANCE, keys, codes));
        String byKey =
                pair(sessions.begin(ENTRANCE, SONGJIANG, Optional.of(key)).orElseThrow());
        TestDevice.enrolled(ENTRANCE, keys, codes);
        assertThat(sessions.kiosk(byKey)).isEmpty();

        String byPerson =
                pair(sessions.begin(ENTRANCE, SONGJIANG, Optional.empty()).orElseThrow());
        keys.revoke(ENTRANCE);
        assertThat(sessions.kiosk(byPerson)).isPresent();
        assertThat(new Sessions(sql, clock, false).kiosk(byPerson)).isPresent();
    }

    private String asks(DeviceKeys keys, TestDevice device) {
        return keys.requests(device.requesting("POST", "/x", clock.instant().plusSeconds(60)), "POST", "/x")
                .orElseThrow()
                .key();
    }

    private static String pair(String setCookie) {
        return setCookie.split(";")[0];
    }
}
