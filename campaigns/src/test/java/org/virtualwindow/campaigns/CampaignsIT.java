package org.virtualwindow.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

    /** Returns the page it wrote. */
    private static String run(Callable<Integer> campaign, Path into, String name, String... options) throws Exception {
        List<String> all = new ArrayList<>(List.of(options));
        all.addAll(List.of("--into", into.toString()));
        assertThat(new CommandLine(campaign).execute(all.toArray(String[]::new)))
                .isZero();
        return Files.readString(into.resolve(name + ".md"));
    }
}
