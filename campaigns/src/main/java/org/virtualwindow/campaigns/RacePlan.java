package org.virtualwindow.campaigns;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * Who does what at the moment at which a desk rings. Follows from the seed and the race's number alone.
 *
 * @param clerk what the clerk at whose desk it rings does
 * @param kiosk what the applicant does
 * @param other which other clerk tries to answer the call as well, and may be assigned it
 * @param intrudes when that one tries to answer
 * @param assigns when the hall manager gives the call to that one
 * @param talk how long a talk that comes of it lasts
 * @param clerkHangsUp the clerk ends it, or the applicant
 */
record RacePlan(
        Act clerk,
        Duration clerkAfter,
        Act kiosk,
        Duration kioskAfter,
        Duration away,
        int other,
        boolean intruder,
        Duration intrudes,
        boolean manager,
        Duration assigns,
        Duration talk,
        boolean clerkHangsUp) {
    enum Act {
        ANSWER,
        DECLINE,
        CANCEL,
        HANG_UP,
        /** The connection breaks. */
        DROP,
        END_VISIT,
        /** Until the ringing is over. */
        NOTHING
    }

    private static final Act[] CLERK = {Act.ANSWER, Act.ANSWER, Act.ANSWER, Act.DECLINE, Act.DROP, Act.NOTHING};
    private static final Act[] KIOSK = {
        Act.CANCEL, Act.CANCEL, Act.HANG_UP, Act.DROP, Act.END_VISIT, Act.NOTHING, Act.NOTHING
    };

    static RacePlan of(long seed, int number, int clerks) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
        return new RacePlan(
                CLERK[random.nextInt(CLERK.length)],
                moment(random),
                KIOSK[random.nextInt(KIOSK.length)],
                moment(random),
                Duration.ofMillis(random.nextInt(3) > 0 ? random.nextInt(40) : random.nextInt(400, 1_200)),
                random.nextInt(clerks),
                random.nextInt(3) == 0,
                moment(random),
                random.nextInt(3) == 0,
                moment(random),
                Duration.ofMillis(random.nextInt(25)),
                random.nextBoolean());
    }

    /** Mostly at once; sometimes when the ringing runs out. */
    private static Duration moment(SplittableRandom random) {
        return Duration.ofNanos(
                switch (random.nextInt(10)) {
                    case 0 -> random.nextLong(350_000_000, 700_000_000);
                    case 1, 2 -> random.nextLong(30_000_000);
                    default -> random.nextLong(2_000_000);
                });
    }
}
