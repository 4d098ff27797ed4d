package org.virtualwindow.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RacePlanTest {
    @Test
    void theSameSeedAndNumberGiveTheSamePlan() {
        assertThat(plans(4)).isEqualTo(plans(4)).isNotEqualTo(plans(5));
    }

    @Test
    void everythingHappensAndMostOfItAtOnce() {
        List<RacePlan> plans = plans(4);
        EnumSet<RacePlan.Act> seen = EnumSet.noneOf(RacePlan.Act.class);
        plans.forEach(plan -> seen.addAll(List.of(plan.clerk(), plan.kiosk())));
        assertThat(seen).isEqualTo(EnumSet.allOf(RacePlan.Act.class));
        assertThat(plans).anyMatch(RacePlan::manager).anyMatch(RacePlan::intruder);
        assertThat(plans.stream().filter(plan -> plan.clerkAfter().toMillis() <= 2))
                .hasSizeGreaterThan(plans.size() / 2);
        assertThat(plans).anyMatch(plan -> plan.clerkAfter().toMillis() >= 350);
    }

    private static List<RacePlan> plans(long seed) {
        return IntStream.range(0, 500)
                .mapToObj(number -> RacePlan.of(seed, number, 16))
                .toList();
    }
}
