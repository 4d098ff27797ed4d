package org.virtualwindow.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.campaigns.kiosk.Fingers;
import org.virtualwindow.campaigns.kiosk.Xvfb;
import picocli.CommandLine;

/** Each campaign, short; {@code ./campaign} runs the long ones. */
class CampaignsIT {
    @Test
    void nothingAcknowledgedIsLostWhenTheServerIsKilled(@TempDir Path into) throws Exception {
        String page = run(new KillCampaign(), into, "kill", "--runs", "4", "--seed", "7");
        assertThat(page).contains("\"kills\":4.0", "\"lost\":0.0", "\"twice\":0.0", "\"violations\":0.0");
    }

    @Test
    void nothingIsLostTwiceOrMissedWhenNetworksAreCut(@TempDir Path into) throws Exception {
        String page = run(new FlapCampaign(), into, "flap", "--runs", "3", "--seed", "5", "--cut", "1", "--pairs", "3");
        assertThat(page).contains("\"cuts\":3.0", "\"lost\":0.0", "\"gaps_or_duplicates\":0.0", "\"violations\":0.0");
    }

    @Test
    void noCallIsOwnedTwiceWhenEverybodyActsAtOnce(@TempDir Path into) throws Exception {
        String page = run(new RaceCampaign(), into, "race", "--runs", "300", "--seed", "3");
        assertThat(page)
                .contains("\"races\":300.0", "\"double_owned\":0.0", "\"lost\":0.0", "\"violations\":0.0")
                .doesNotContain("\"contested\":0.0");
    }

    @Test
    void threeWhoWriteWhileTheirLinesDropHoldTheSame(@TempDir Path into) throws Exception {
        String page = run(new CofillCampaign(), into, "cofill", "--runs", "12", "--seed", "9", "--rooms", "3");
        assertThat(page).contains("\"runs\":12.0", "\"divergences\":0.0", "\"unanswered\":0.0", "\"violations\":0.0");
    }

    @Test
    void aSheetIsPrintedOnceWhicheverAcknowledgementIsLost(@TempDir Path into) throws Exception {
        String page = run(new DevicesCampaign(), into, "devices", "--runs", "24", "--kiosks", "4", "--seed", "5");
        assertThat(page).contains("\"lost_acks\":24.0", "\"double_effects\":0.0", "\"lost\":0.0");
    }

    @Test
    void nothingOfAVisitIsFoundHoweverItEnds(@TempDir Path into) throws Exception {
        assumeThatThereIsAScreen();
        String page = run(new ResidueCampaign(), into, "residue", "--runs", "2", "--seed", "11");
        assertThat(page).contains("\"visits\":2.0", "\"found\":0.0");
    }

    @Test
    void aKioskWhoseProcessesAreKilledComesBackWithNothingOfWhoeverSatThere(@TempDir Path into) throws Exception {
        assumeThatThereIsAScreen();
        String page = run(new KioskKillCampaign(), into, "kiosk-kill", "--runs", "3", "--seed", "3", "--idle", "1");
        assertThat(page).contains("\"kills\":3.0", "\"found\":0.0");
    }

    private static void assumeThatThereIsAScreen() {
        assumeTrue(
                Xvfb.isThere() && Fingers.areThere() && Files.isExecutable(Path.of("/usr/bin/chromium")),
                "a screen is missing: apt-get install xvfb libxtst6 libxi6 libxrender1 chromium");
    }

    /** Returns the page it wrote. */
    private static String run(Callable<Integer> campaign, Path into, String name, String... options) throws Exception {
        List<String> all = new ArrayList<>(List.of(options));
        all.addAll(List.of("--into", into.toString()));
        assertThat(new CommandLine(campaign).execute(all.toArray(String[]::new)))
                .isZero();
        return Files.readString(into.resolve(name + ".md"));
    }
}
