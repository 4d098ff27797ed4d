package org.virtualwindow.server.fleet;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.function.Predicate;
import org.virtualwindow.protocol.SelfTest;
import org.virtualwindow.server.directory.Directory;
import org.virtualwindow.server.directory.Directory.KioskEntry;

/** Every kiosk tries itself once a day: at the first moment after six in the morning at which it is there and nobody sits at it. */
public final class DailyTests {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final LocalTime BEGINS = LocalTime.of(6, 0);

    private final Directory directory;
    private final Fleet fleet;
    private final KioskOrders orders;
    private final Kiosks kiosks;
    private final Predicate<KioskEntry> here;
    private final boolean print;
    private final InstantSource clock;

    /**
     * @param here whether its page is connected
     * @param print a page at each kiosk, which costs paper
     */
    public DailyTests(
            Directory directory,
            Fleet fleet,
            KioskOrders orders,
            Kiosks kiosks,
            Predicate<KioskEntry> here,
            boolean print,
            InstantSource clock) {
        this.directory = directory;
        this.fleet = fleet;
        this.orders = orders;
        this.kiosks = kiosks;
        this.here = here;
        this.print = print;
        this.clock = clock;
    }

    /** Called every now and then. Waits for the database. */
    public void tick() {
        Instant now = clock.instant();
        directory.kiosks().stream()
                .filter(kiosk -> isDue(fleet.of(kiosk.id()).selfTest(), now))
                .filter(here)
                .filter(kiosk -> !kiosks.inUse(kiosk.id()))
                .forEach(kiosk -> orders.test(kiosk.id(), print));
    }

    static boolean isDue(Optional<SelfTest> last, Instant now) {
        ZonedDateTime local = now.atZone(CHINA);
        ZonedDateTime today = local.with(BEGINS);
        Instant begins = (local.isBefore(today) ? today.minusDays(1) : today).toInstant();
        return last.filter(test -> !test.at().isBefore(begins)).isEmpty();
    }
}
