package org.virtualwindow.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.virtualwindow.server.media.kurento.FakeKurento;
import org.virtualwindow.system.FakeDevices.Colour;

/**
 * Two people whose sound and picture go through a media server: the one that {@code KURENTO_URI} names, or a fake that carries real
 * media. What a media server must survive is done to the fake only.
 */
class RelayWalkIT extends RelayTest {
    /** Sooner than that a screen does not show a picture that stands still as if nothing were. */
    private static final Duration TRUTH = Duration.ofSeconds(6);

    /** Longer than the server waits for an answer of a media server. */
    private static final Duration LATE = Duration.ofSeconds(8);

    private static final int ATTEMPTS = 3;
    private static final Colour GREEN = new Colour(30, 140, 70);
    private static final Pattern EPOCH = Pattern.compile("\"epoch\":(\\d+)");

    /** The whole page becomes green. */
    private static final String PAINT = """
        () => {
          const paint = document.createElement("div");
          const style = { position: "fixed", inset: "0", background: "rgb(30,140,70)", "z-index": "99", "pointer-events": "none" };
          for (const [name, value] of Object.entries(style)) paint.style.setProperty(name, value);
          document.body.append(paint);
        }\
        """;

    @Override
    String mode() {
        return "relay";
    }

    @Test
    void aCallThroughTheRelayOutlivesTheServer() throws Exception {
        ClerkPerson clerk = clerkAt(origin());
        KioskPerson applicant = applicantAt(origin(), ENTRANCE);
        meetThroughTheRelay(applicant, clerk);
        Senses.seeAndHear(clerk.applicantsPicture(), FakeDevices.APPLICANT);
        Senses.seeAndHear(applicant.clerksPicture(), FakeDevices.CLERK);
        assertThat(applicant.wire.firstSaid(said -> said.contains("\"MediaSignal\"")))
                .as("what is only said between two browsers")
                .isEmpty();

        applicant.page.evaluate(PAINT);
        applicant.presses("共享屏幕");
        assertThat(Senses.colourOf(clerk.page.locator(".stage__video"), GREEN).from(GREEN))
                .isLessThan(45);
        applicant.presses("停止共享");

        FrameWatch atKiosk = FrameWatch.start(applicant, KioskPerson.CLERKS_PICTURE);
        FrameWatch atConsole = FrameWatch.start(clerk, ClerkPerson.APPLICANTS_PICTURE);
        String epoch = epoch(applicant);
        ((KillableServer) served()).kill();
        clerk.sees("网络断了，正在重新连接");
        ((KillableServer) served()).startAgain();
        awaitGone(applicant.page, "网络断了一下，不是您的问题");
        awaitGone(clerk.page, "网络断了，正在重新连接");
        Senses.moves(applicant.clerksPicture());
        Senses.moves(clerk.applicantsPicture());
        figure("longest time without a new frame while the server was killed, at the kiosk", atKiosk.longestGap());
        figure("longest time without a new frame while the server was killed, at the console", atConsole.longestGap());
        assertThat(atKiosk.longestGap()).isLessThan(TRUTH);
        assertThat(atConsole.longestGap()).isLessThan(TRUTH);
        assertThat(epoch(applicant)).as("the same plan goes on").isEqualTo(epoch);
        part(applicant, clerk);
    }

    @Test
    void whateverBefallsTheRelayBothScreensTellTheTruthAndTheCallGoesOn() throws Exception {
        FakeKurento kurento = fake();
        ChromiumEngine media = engine();
        ClerkPerson clerk = clerkAt(origin());
        KioskPerson applicant = applicantAt(origin(), AREA);

        breaks("died", applicant, clerk, kurento::kill);
        kurento.restart();
        breaks("was reset", applicant, clerk, kurento::reset);
        breaks("fell silent", applicant, clerk, () -> kurento.mute(true));
        kurento.mute(false);
        breaks("answered too late", applicant, clerk, () -> {
            kurento.delay("create WebRtcEndpoint", LATE);
            applicant.presses("共享屏幕");
        });
        kurento.behave();
        breaks("passed nothing on", applicant, clerk, () -> media.starve(true));
    }

    /** A call through the relay, in which that happens to it. */
    private void breaks(String what, KioskPerson applicant, ClerkPerson clerk, Runnable fault) throws Exception {
        meetThroughTheRelay(applicant, clerk);
        FrameWatch atKiosk = FrameWatch.start(applicant, KioskPerson.CLERKS_PICTURE);
        FrameWatch atConsole = FrameWatch.start(clerk, ClerkPerson.APPLICANTS_PICTURE);
        long before = System.nanoTime();
        fault.run();
        awaitPlan(applicant, PEER_TO_PEER);
        awaitPlan(clerk, PEER_TO_PEER);
        Senses.moves(applicant.clerksPicture());
        Senses.moves(clerk.applicantsPicture());
        figure("media again after the relay " + what, Duration.ofNanos(System.nanoTime() - before));
        for (FrameWatch picture : new FrameWatch[] {atKiosk, atConsole}) {
            figure("longest time without a new frame when the relay " + what, picture.longestGap());
            figure("longest time in which the screen did not say so", picture.longestUntruth());
            assertThat(picture.longestUntruth()).as("the relay " + what).isLessThan(TRUTH);
        }
        part(applicant, clerk);
    }

    /** A machine so busy that the server gives the relay up by itself gets another try. */
    private void meetThroughTheRelay(KioskPerson applicant, ClerkPerson clerk) {
        for (int attempt = 1; ; attempt++) {
            await(applicant.page, this::relayIsUp);
            applicant.wire.forget();
            clerk.wire.forget();
            applicant.opensTheForm(NANXUN);
            applicant.calls();
            clerk.answers();
            awaitPlan(applicant, RELAY);
            awaitPlan(clerk, RELAY);
            seeEachOther(applicant, clerk);
            if (isOn(applicant, RELAY) && isOn(clerk, RELAY)) {
                return;
            }
            assertThat(attempt).as("calls that did not stay on the relay").isLessThan(ATTEMPTS);
            part(applicant, clerk);
        }
    }

    private static String epoch(Person person) {
        Matcher matcher = EPOCH.matcher(lastPlan(person));
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
