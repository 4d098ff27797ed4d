package org.virtualwindow.campaigns;

import org.virtualwindow.benchmarks.CommandList;
import picocli.CommandLine.Command;

/** Lists the campaigns, or runs the one that is named. */
@Command(
        name = "./campaign",
        subcommands = {
            CofillCampaign.class,
            DevicesCampaign.class,
            FlapCampaign.class,
            KillCampaign.class,
            KioskKillCampaign.class,
            RaceCampaign.class,
            ResidueCampaign.class
        })
public final class Campaign {
    private Campaign() {}

    static void main(String[] arguments) {
        CommandList.run(new Campaign(), "campaign", arguments);
    }
}
