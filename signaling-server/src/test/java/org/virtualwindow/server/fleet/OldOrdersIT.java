package org.virtualwindow.server.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.protocol.FromHall.EnableKiosk;
import org.virtualwindow.protocol.FromHall.OnKiosk;
import org.virtualwindow.protocol.ids.HallManagerId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.server.demo.DemoCities;
import org.virtualwindow.server.mailbox.Mailbox;
import org.virtualwindow.server.postgres.Sql;
import org.virtualwindow.server.postgres.WithPostgres;

/** An order is known again as long as somebody may still send it again, and not for ever. */
@ExtendWith(WithPostgres.class)
class OldOrdersIT {
    private static final HallManagerId MANAGER = new HallManagerId("m1");
    private static final OnKiosk FIRST = new EnableKiosk(new OpId("first"), new KioskId("310117-K1"));
    private static final OnKiosk SECOND = new EnableKiosk(new OpId("second"), new KioskId("310117-K1"));

    @TempDir
    static Path folder = Path.of("");

    private Instant now = Instant.parse("2026-03-02T01:00:00Z");

    @Test
    void anOrderIsForgottenAfterThirtyDays(Sql sql) {
        DemoCities.load(sql, folder);
        Fleet fleet = new Fleet(sql, new Mailbox(Runnable::run), () -> now);
        assertThat(fleet.ordered(MANAGER, FIRST)).isTrue();
        now = now.plus(Duration.ofDays(29));
        assertThat(fleet.ordered(MANAGER, SECOND)).isTrue();
        fleet.forgetOrders();
        assertThat(fleet.ordered(MANAGER, FIRST)).as("said again").isFalse();

        now = now.plus(Duration.ofDays(2));
        fleet.forgetOrders();
        assertThat(fleet.isSame(MANAGER, FIRST)).isEmpty();
        assertThat(fleet.isSame(MANAGER, SECOND)).contains(true);
    }
}
