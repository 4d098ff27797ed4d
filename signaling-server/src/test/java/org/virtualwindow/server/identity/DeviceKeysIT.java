package org.virtualwindow.server.identity;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.protocol.PublicKey;
import org.virtualwindow.protocol.SignedConnection;
import org.virtualwindow.protocol.SignedRequest;
import org.virtualwindow.protocol.SignedResult;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.server.demo.DemoCities;
import org.virtualwindow.server.identity.DeviceKeys.Known;
import org.virtualwindow.server.postgres.Sql;
import org.virtualwindow.server.postgres.WithPostgres;

/** What a device key opens, and what becomes of one that is in two places. */
@ExtendWith(WithPostgres.class)
class DeviceKeysIT {
    /** One for all tests: the same secrets are hashed once. */
    @TempDir
    static Path folder = Path.of("");

    private static final KioskId ENTRANCE = new KioskId("310117-K1");
    private static final KioskId OTHER = new KioskId("310117-K2");
    private static final Known CLONED = new Known.Cloned(ENTRANCE);
    private static final Known NOBODY = new Known.Nobody();

    private final ManualClock clock = new ManualClock();
    private final Sql sql;
    private final OneTimeCodes codes;
    private final DeviceKeys keys;

    DeviceKeysIT(Sql sql) {
        this.sql = sql;
        codes = new OneTimeCodes(sql, clock);
        keys = new DeviceKeys(sql, codes, clock);
    }

    @BeforeEach
    void load() {
        DemoCities.load(sql, folder);
    }

    @Test
    void aCodeEnrolsOneKeyOnce() {
        String code = codes.makeEnrol(ENTRANCE).code();
        TestDevice ours = TestDevice.of(ENTRANCE);
        TestDevice theirs = TestDevice.of(ENTRANCE);
        assertThat(keys.enrol(code, ours.half(), TestDevice.ORIGIN)).contains(ENTRANCE);
        assertThat(keys.enrol(code, theirs.half(), TestDevice.ORIGIN)).isEmpty();
        assertComes(ours.connecting());
        assertThat(keys.connects(theirs.connecting())).isEqualTo(NOBODY);
    }

    @Test
    void whatIsNoKeyIsNotEnrolledAndTheCodeStaysGood() {
        String code = codes.makeEnrol(ENTRANCE).code();
        PublicKey good = TestDevice.of(ENTRANCE).half();
        for (PublicKey bad : List.of(
                new PublicKey("RSA", "P-256", good.x(), good.y()),
                new PublicKey("EC", "P-384", good.x(), good.y()),
                new PublicKey("EC", "P-256", good.x(), good.x()),
                new PublicKey("EC", "P-256", "", ""))) {
            assertThat(keys.enrol(code, bad, TestDevice.ORIGIN)).isEmpty();
        }
        assertThat(keys.enrol(code, good, TestDevice.ORIGIN)).contains(ENTRANCE);
    }

    @Test
    void aKeyIsGoodUntilItsKioskEnrolsAnew() {
        TestDevice first = enrolled();
        TestDevice other = TestDevice.enrolled(OTHER, keys, codes);
        assertComes(first.connecting());
        TestDevice second = enrolled();
        assertThat(keys.connects(first.connecting())).isEqualTo(NOBODY);
        assertComes(second.connecting());
        assertThat(keys.connects(other.connecting()))
                .isInstanceOfSatisfying(
                        Known.Daemon.class, daemon -> assertThat(daemon.kiosk()).isEqualTo(OTHER));
    }

    @Test
    void aRevokedKeyOpensNothing() {
        TestDevice device = enrolled();
        keys.revoke(ENTRANCE);
        assertThat(keys.connects(device.connecting())).isEqualTo(NOBODY);
        assertThat(keys.requests(request(device), "PUT", "/x")).isEmpty();
        assertThat(keys.verify(ENTRANCE, device.result("{}"))).isEmpty();
        assertThat(keys.cloned()).isEmpty();
    }

    @Test
    void aDaemonStartsAgainAndAgainWithWhateverClock() {
        TestDevice daemon = enrolled();
        for (int start = 0; start < 3; start++) {
            assertComes(daemon.connecting());
            assertComes(daemon.connecting());
            clock.passes(ofMinutes(start % 2 == 0 ? 600 : -900));
            daemon = daemon.another();
        }
    }

    @Test
    void tryingInVainCostsNumbersAndNothingElse() {
        TestDevice daemon = enrolled();
        assertComes(daemon.connecting());
        for (int i = 0; i < 20; i++) {
            daemon.connecting();
        }
        assertComes(daemon.connecting());
    }

    @Test
    void aCopyThatComesWhileTheKioskIsConnectedIsNoticedWhenTheKioskComesBack() {
        TestDevice kiosk = enrolled();
        assertComes(kiosk.connecting());
        TestDevice copy = kiosk.another();
        assertComes(copy.connecting());
        assertThat(keys.connects(kiosk.connecting())).isEqualTo(CLONED);
        assertBothAreOutside(kiosk, copy);
    }

    @Test
    void aCopyOfOldFilesIsNoticedAtOnce() {
        TestDevice kiosk = enrolled();
        assertComes(kiosk.connecting());
        assertComes(kiosk.connecting());
        TestDevice copy = kiosk.another(0);
        assertThat(keys.connects(copy.connecting())).isEqualTo(CLONED);
        assertBothAreOutside(kiosk, copy);
    }

    @Test
    void aCopyThatTriedMoreOftenIsNoticedWhenEitherComesBack() {
        TestDevice kiosk = enrolled();
        assertComes(kiosk.connecting());
        TestDevice copy = kiosk.another();
        copy.connecting();
        copy.connecting();
        assertComes(copy.connecting());
        clock.passes(ofMinutes(1));
        assertThat(keys.connects(kiosk.connecting())).isEqualTo(CLONED);
        assertBothAreOutside(kiosk, copy);
    }

    @Test
    void aCopyIsNoticedWhenTheKioskTriedMoreOftenThanIt() {
        TestDevice kiosk = enrolled();
        assertComes(kiosk.connecting());
        TestDevice copy = kiosk.another();
        assertComes(copy.connecting());
        kiosk.connecting();
        kiosk.connecting();
        assertThat(keys.connects(kiosk.connecting()))
                .as("no run comes back once another has begun")
                .isEqualTo(CLONED);
        assertBothAreOutside(kiosk, copy);
    }

    @Test
    void aReplayedConnectionMeansThatSomebodyHasWhatTheyShouldNot() {
        TestDevice kiosk = enrolled();
        String seen = kiosk.connecting();
        assertComes(seen);
        assertThat(keys.connects(seen)).isEqualTo(CLONED);
        assertThat(keys.connects(kiosk.connecting())).isEqualTo(NOBODY);
    }

    @Test
    void aLostCountLooksLikeACopyAndTheKioskEnrolsAnew() {
        TestDevice kiosk = enrolled();
        assertComes(kiosk.connecting());
        assertThat(keys.connects(kiosk.another(0).connecting())).isEqualTo(CLONED);
        assertComes(enrolled().connecting());
        assertThat(keys.cloned()).isEmpty();
    }

    /** Its connections are let in by as many threads. */
    @Test
    void anOvertakenConnectionOfTheSameRunIsNoCopy() {
        TestDevice kiosk = enrolled();
        String first = kiosk.connecting();
        assertComes(kiosk.connecting());
        assertThat(keys.connects(first)).isEqualTo(new Known.Late());
        assertComes(kiosk.connecting());
    }

    @Test
    void aConnectionThatIsJudgedAfterTheDaemonWasStartedAnewIsNoCopy() {
        TestDevice before = enrolled();
        assertComes(before.connecting());
        String slow = before.connecting();
        TestDevice after = before.another();
        assertComes(after.connecting());
        assertThat(keys.connects(slow)).isEqualTo(new Known.Late());
        assertComes(after.connecting());
        assertThat(keys.connects(slow)).isEqualTo(new Known.Late());
        assertThat(keys.cloned()).isEmpty();
    }

    @Test
    void whatIsSignedForAnotherServerKioskOrPurposeOpensNothing() {
        TestDevice device = enrolled();
        SignedConnection good = device.claims(1);
        for (String bad : List.of(
                device.connecting(
                        new SignedConnection(ENTRANCE, "https://window.example.evil", good.counter(), good.start())),
                device.connecting(new SignedConnection(OTHER, TestDevice.ORIGIN, good.counter(), good.start())),
                "Bearer " + device.sign(SignedResult.TYPE, "{}"),
                "Bearer " + device.sign(SignedConnection.TYPE, "{}"),
                request(device),
                "Bearer x.y.z",
                "Bearer ",
                "")) {
            assertThat(keys.connects(bad)).isNotInstanceOf(Known.Daemon.class);
        }
        assertThat(keys.connects(null)).isEqualTo(NOBODY);
    }

    @Test
    void anotherAlgorithmOpensNothing() {
        TestDevice device = enrolled();
        String[] parts = device.connecting().substring("Bearer ".length()).split("\\.");
        String none = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(keys.connects("Bearer " + none + "." + parts[1] + ".")).isEqualTo(NOBODY);
        assertThat(keys.connects("Bearer " + parts[0] + "." + parts[1] + "." + "A".repeat(86)))
                .isEqualTo(NOBODY);
    }

    @Test
    void aRequestIsGoodOnceForItsMethodAndPathAndNotForLong() {
        TestDevice device = enrolled();
        String good = request(device);
        assertThat(keys.requests(good, "POST", "/x")).isEmpty();
        assertThat(keys.requests(good, "PUT", "/y")).isEmpty();
        assertThat(keys.requests(good, "PUT", "/x").map(DeviceKeys.Asker::kiosk))
                .contains(ENTRANCE);
        assertThat(keys.requests(good, "PUT", "/x")).isEmpty();
        assertThat(new DeviceKeys(sql, codes, clock).requests(good, "PUT", "/x"))
                .as("after a restart of the server")
                .isEmpty();

        String late = request(device);
        String forever = device.requesting("PUT", "/x", clock.instant().plus(ofMinutes(60)));
        assertThat(keys.requests(forever, "PUT", "/x")).isEmpty();
        clock.passes(ofSeconds(60));
        assertThat(keys.requests(late, "PUT", "/x")).isEmpty();
        assertThat(keys.requests(device.connecting(), "PUT", "/x")).isEmpty();
    }

    @Test
    void aCopyThatOnlyAsksIsNoticedWhenEitherAsksAgain() {
        TestDevice kiosk = enrolled();
        assertThat(keys.requests(request(kiosk), "PUT", "/x").map(DeviceKeys.Asker::kiosk))
                .as("before it connects")
                .contains(ENTRANCE);
        assertComes(kiosk.connecting());
        assertThat(keys.requests(request(kiosk), "PUT", "/x").map(DeviceKeys.Asker::kiosk))
                .contains(ENTRANCE);
        TestDevice copy = kiosk.another();
        assertThat(keys.requests(request(copy), "PUT", "/x").map(DeviceKeys.Asker::kiosk))
                .contains(ENTRANCE);
        clock.passes(ofMinutes(1));
        assertThat(keys.requests(request(kiosk), "PUT", "/x")).isEmpty();
        assertThat(keys.requests(request(copy), "PUT", "/x")).isEmpty();
        assertBothAreOutside(kiosk, copy);
    }

    @Test
    void aCopyThatOnlyAsksIsNoticedByTheDaemonThatLivesOn() {
        TestDevice kiosk = enrolled();
        Known.Daemon connected = (Known.Daemon) keys.connects(kiosk.connecting());
        List<KioskId> told = new ArrayList<>();
        keys.listen(revoked -> told.add(revoked.kiosk()));
        keys.lives(connected.key(), connected.start());
        TestDevice copy = kiosk.another();
        assertThat(keys.requests(request(copy), "PUT", "/x").map(DeviceKeys.Asker::kiosk))
                .contains(ENTRANCE);
        keys.lives(connected.key(), connected.start());
        assertThat(told).as("that may have been its last word").isEmpty();
        clock.passes(ofMinutes(1));
        keys.lives(connected.key(), connected.start());
        assertThat(told).containsExactly(ENTRANCE);
        assertBothAreOutside(kiosk, copy);
    }

    @Test
    void whatADaemonStillAskedBeforeItWasStartedAnewIsNoCopy() {
        TestDevice before = enrolled();
        String slow = request(before);
        TestDevice after = before.another();
        assertThat(keys.requests(request(after), "PUT", "/x").map(DeviceKeys.Asker::kiosk))
                .contains(ENTRANCE);
        assertThat(keys.requests(slow, "PUT", "/x")).isEmpty();
        assertComes(after.connecting());
        assertThat(keys.requests(request(after), "PUT", "/x").map(DeviceKeys.Asker::kiosk))
                .contains(ENTRANCE);
        assertThat(keys.cloned()).isEmpty();
    }

    @Test
    void aResultIsVerifiedByTheKeyInForceOfItsKiosk() {
        TestDevice device = enrolled();
        TestDevice other = TestDevice.enrolled(OTHER, keys, codes);
        String signed = device.result("{\"a\":1}");
        assertThat(keys.verify(ENTRANCE, signed)).contains("{\"a\":1}");
        assertThat(keys.verify(OTHER, signed)).isEmpty();
        assertThat(keys.verify(ENTRANCE, other.result("{}"))).isEmpty();
        assertThat(keys.verify(ENTRANCE, device.sign(SignedRequest.TYPE, "{}"))).isEmpty();
        List<String> broken = new ArrayList<>();
        for (int at = 0; at < signed.length(); at += 7) {
            broken.add(signed.substring(0, at) + (signed.charAt(at) == 'A' ? 'B' : 'A') + signed.substring(at + 1));
        }
        assertThat(broken)
                .allSatisfy(
                        each -> assertThat(keys.verify(ENTRANCE, each)).isNotEqualTo(keys.verify(ENTRANCE, signed)));
    }

    private TestDevice enrolled() {
        return TestDevice.enrolled(ENTRANCE, keys, codes);
    }

    private String request(TestDevice device) {
        return device.requesting("PUT", "/x", clock.instant().plus(ofSeconds(60)));
    }

    private void assertComes(String authorization) {
        assertThat(keys.connects(authorization))
                .isInstanceOfSatisfying(
                        Known.Daemon.class, daemon -> assertThat(daemon.kiosk()).isEqualTo(ENTRANCE));
    }

    private void assertBothAreOutside(TestDevice one, TestDevice two) {
        assertThat(keys.connects(one.connecting())).isEqualTo(NOBODY);
        assertThat(keys.connects(two.connecting())).isEqualTo(NOBODY);
        assertThat(keys.cloned()).containsExactly(ENTRANCE);
    }
}
