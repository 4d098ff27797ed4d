package org.virtualwindow.server.fleet;

import java.util.Optional;
import org.virtualwindow.protocol.FromHall.DisableKiosk;
import org.virtualwindow.protocol.FromHall.EnableKiosk;
import org.virtualwindow.protocol.FromHall.OnKiosk;
import org.virtualwindow.protocol.FromHall.RestartKiosk;
import org.virtualwindow.protocol.FromHall.SetKioskMessage;
import org.virtualwindow.protocol.FromHall.TestKiosk;
import org.virtualwindow.protocol.ToDevice;
import org.virtualwindow.protocol.ToKiosk;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.server.directory.Directory;
import org.virtualwindow.server.directory.Directory.ManagerEntry;

/**
 * What hall managers do to the kiosks of their centre, while nobody sits there. The kiosk looks once more itself: whoever sat down
 * meanwhile is not disturbed.
 */
public final class KioskOrders {
    private final Directory directory;
    private final Fleet fleet;
    private final Kiosks kiosks;

    public KioskOrders(Directory directory, Fleet fleet, Kiosks kiosks) {
        this.directory = directory;
        this.fleet = fleet;
        this.kiosks = kiosks;
    }

    /** Empty where it was done, now or when the same order came before. Waits for the database. */
    public Optional<Refusal> carryOut(ManagerEntry manager, OnKiosk order) {
        KioskId kiosk = order.kiosk();
        if (directory.kiosk(manager.centre(), kiosk).isEmpty()) {
            return Optional.of(Refusal.UNKNOWN);
        }
        Optional<Boolean> before = fleet.isSame(manager.id(), order);
        if (before.isPresent()) {
            return before.get() ? Optional.empty() : Optional.of(Refusal.MISMATCH);
        }
        if (kiosks.inUse(kiosk)) {
            return Optional.of(Refusal.IN_USE);
        }
        if (order instanceof RestartKiosk && !kiosks.hasDaemon(kiosk)) {
            return Optional.of(Refusal.DEVICE_NOT_REACHED);
        }
        if (fleet.ordered(manager.id(), order)) {
            tell(order);
        }
        return Optional.empty();
    }

    /** After it was written down, so that a restart is told once at most. */
    private void tell(OnKiosk order) {
        switch (order) {
            case TestKiosk test -> tellToTest(test.kiosk(), true);
            case RestartKiosk restart ->
                kiosks.tellDaemon(restart.kiosk(), new ToDevice.RestartNow(restart.opId(), restart.what()));
            case DisableKiosk _, EnableKiosk _, SetKioskMessage _ -> {} // whoever shows it listens to the fleet
        }
    }

    /**
     * Has a kiosk try itself; whoever does not answer leaves its parts as not tried. Waits for the database.
     *
     * @param print a page, which costs paper
     */
    void test(KioskId kiosk, boolean print) {
        fleet.tests(kiosk);
        tellToTest(kiosk, print);
    }

    private void tellToTest(KioskId kiosk, boolean print) {
        OpId test = fleet.awaits(kiosk);
        kiosks.tellPage(kiosk, new ToKiosk.TestPage(test));
        kiosks.tellDaemon(kiosk, new ToDevice.TestDevices(test, print));
    }
}
