package org.virtualwindow.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.virtualwindow.server.Wiring;
import org.virtualwindow.server.config.ServerConfig;
import org.virtualwindow.server.config.TurnCredentials;

/** Two people whose browsers reach each other through the TURN server alone. */
class TurnIT extends WalkTest {
    /** A renewed connection may leave so long without a picture; a busy machine is given three times as long. */
    private static final Duration GAP = Duration.ofSeconds(2);

    private static final int BUSY = 3;

    /** Short, so that a test sees them end; a quarter of it is left to a busy machine for making new ones. */
    private static final Duration VALID = Duration.ofSeconds(20);

    /** A browser that knows no way but this kind of TURN server, as behind a firewall. */
    private static final String NO_OTHER_WAY = """
        window.connections = [];
        window.RTCPeerConnection = class extends RTCPeerConnection {
          constructor(configuration) {
            const only = ({ urls, ...server }) => ({ ...server, urls: urls.filter((url) => url.startsWith("%s")) });
            super({ ...configuration, iceServers: configuration.iceServers.map(only), iceTransportPolicy: "relay" });
            window.connections.push(this);
          }
        };\
        """;

    /** Of the pair of addresses over which the newest connection sends: both kinds, and how the own TURN server is reached. */
    private static final String PAIR = """
        async () => {
          const newest = () => window.connections.at(-1);
          while (newest().connectionState !== "connected") await new Promise((again) => setTimeout(again, 50));
          const stats = await newest().getStats();
          const transport = [...stats.values()].find((each) => each.type === "transport");
          const pair = stats.get(transport.selectedCandidatePairId);
          const [local, remote] = [stats.get(pair.localCandidateId), stats.get(pair.remoteCandidateId)];
          return [local.candidateType, remote.candidateType, local.relayProtocol];
        }\
        """;

    private static final Pattern GOOD_UNTIL = Pattern.compile("\"username\":\"(\\d+):");

    private @Nullable Coturn coturn;
    private @Nullable Browser applicants;
    private @Nullable Browser clerks;

    @Override
    Served serve(Path data) throws Exception {
        TestCertificate certificate = TestCertificate.make(folder());
        coturn = Coturn.startForBrowsers(folder(), certificate);
        String trust = "--ignore-certificate-errors-spki-list=" + certificate.pin();
        applicants = browser(and(FakeDevices.APPLICANT.flags(folder()), trust));
        clerks = browser(and(FakeDevices.CLERK.flags(folder()), trust));
        TurnCredentials turn = new TurnCredentials(List.of(coturn.udpUrl(), coturn.tlsUrl()), Coturn.SECRET, VALID);
        return Served.here(new Wiring(ServerConfig.local(data).with(turn)));
    }

    @AfterAll
    void stopTurn() throws Exception {
        if (coturn != null) {
            coturn.close();
        }
    }

    @Test
    void aCallThroughUdpOutlivesItsCredentials() {
        ClerkPerson clerk = clerkWith("turn:");
        KioskPerson applicant = applicantWith("turn:");
        meet(applicant, clerk, List.of("relay", "relay", "udp"));
        FrameWatch atKiosk = FrameWatch.start(applicant, KioskPerson.CLERKS_PICTURE);
        FrameWatch atConsole = FrameWatch.start(clerk, ClerkPerson.APPLICANTS_PICTURE);

        // The present credentials are good for a quarter of their life at least, or else for a moment.
        Instant end = goodUntil(plan(applicant, Instant.now().plus(VALID.dividedBy(4))));
        Instant next = goodUntil(plan(applicant, end)).minus(VALID);
        assertThat(next).as("when the new credentials were made").isBefore(end);
        FaultTest.await(applicant.page, () -> Instant.now().isAfter(end.plusSeconds(1)));
        seeAndHear(applicant, clerk);
        gap("at the kiosk", atKiosk);
        gap("at the console", atConsole);
        part(applicant, clerk);
    }

    @Test
    void aCallGoesThroughTlsWhereUdpIsBlocked() {
        ClerkPerson clerk = clerkWith("turns:");
        KioskPerson applicant = applicantWith("turns:");
        meet(applicant, clerk, List.of("relay", "relay", "tls"));
        part(applicant, clerk);
    }

    private static void meet(KioskPerson applicant, ClerkPerson clerk, List<String> way) {
        applicant.opensTheForm(NANXUN);
        applicant.calls();
        clerk.answers();
        seeAndHear(applicant, clerk);
        assertThat(applicant.page.evaluate(PAIR)).isEqualTo(way);
        assertThat(clerk.page.evaluate(PAIR)).isEqualTo(way);
    }

    private static void seeAndHear(KioskPerson applicant, ClerkPerson clerk) {
        Senses.seeAndHear(clerk.applicantsPicture(), FakeDevices.APPLICANT);
        Senses.seeAndHear(applicant.clerksPicture(), FakeDevices.CLERK);
    }

    private static void part(KioskPerson applicant, ClerkPerson clerk) {
        clerk.hangsUp();
        clerk.finishes();
        applicant.endsTheVisit();
    }

    /** The first plan whose credentials are good for longer than that. */
    private static String plan(Person person, Instant than) {
        return person.wire.hears(
                told -> told.contains("\"MediaPlan\"") && goodUntil(told).isAfter(than));
    }

    private static Instant goodUntil(String plan) {
        Matcher matcher = GOOD_UNTIL.matcher(plan);
        assertThat(matcher.find()).isTrue();
        return Instant.ofEpochSecond(Long.parseLong(matcher.group(1)));
    }

    private static void gap(String where, FrameWatch picture) {
        Duration gap = picture.longestGap();
        FaultTest.figure("longest time without a new frame while credentials were renewed, " + where, gap);
        assertThat(gap).isLessThan(GAP.multipliedBy(BUSY));
    }

    private KioskPerson applicantWith(String kindOfTurn) {
        Page page = only(kindOfTurn, blank(Objects.requireNonNull(applicants), "/kiosk/", 1080, 1920));
        var person = new KioskPerson(page);
        page.navigate(origin() + "/kiosk/#launch=" + launchCode(ENTRANCE));
        return person;
    }

    private ClerkPerson clerkWith(String kindOfTurn) {
        Page page = only(kindOfTurn, blank(Objects.requireNonNull(clerks), "/console/", 1440, 900));
        var person = new ClerkPerson(page);
        page.navigate(origin() + "/console/");
        person.signsIn("shen.jianhua", secretOf("shen.jianhua"));
        person.isReady();
        return person;
    }

    private static Page only(String kindOfTurn, Page page) {
        page.addInitScript(NO_OTHER_WAY.formatted(kindOfTurn));
        return page;
    }

    private static String[] and(String[] flags, String more) {
        return Stream.concat(Arrays.stream(flags), Stream.of(more)).toArray(String[]::new);
    }
}
