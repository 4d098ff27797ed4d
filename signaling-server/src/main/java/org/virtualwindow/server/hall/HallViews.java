package org.virtualwindow.server.hall;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.virtualwindow.protocol.ToHall.Board;
import org.virtualwindow.protocol.ToHall.ClerkRow;
import org.virtualwindow.protocol.ToHall.KioskCondition;
import org.virtualwindow.protocol.ToHall.KioskRow;
import org.virtualwindow.protocol.ToHall.KioskUse;
import org.virtualwindow.protocol.ToHall.OrderReason;
import org.virtualwindow.protocol.ToHall.TalkingRow;
import org.virtualwindow.protocol.ToHall.WaitingRow;
import org.virtualwindow.protocol.ToHall.WindowRow;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.ClerkId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.values.LocalText;
import org.virtualwindow.server.call.CallState;
import org.virtualwindow.server.desk.Call;
import org.virtualwindow.server.desk.DeskState;
import org.virtualwindow.server.device.DeviceDoor;
import org.virtualwindow.server.device.Devices;
import org.virtualwindow.server.directory.Directory;
import org.virtualwindow.server.directory.Directory.ClerkEntry;
import org.virtualwindow.server.directory.Directory.KioskEntry;
import org.virtualwindow.server.directory.Directory.ManagerEntry;
import org.virtualwindow.server.fleet.Fleet;
import org.virtualwindow.server.fleet.Standing;
import org.virtualwindow.server.form.Catalog;
import org.virtualwindow.server.kiosk.KioskDoor;
import org.virtualwindow.server.room.Visits;

/** A centre's hall as its manager sees it: its kiosks, clerks and windows, callers from its kiosks and callers to its windows. */
public final class HallViews {
    private final Directory directory;
    private final Supplier<Catalog> catalog;
    private final KioskDoor kiosks;
    private final DeviceDoor daemons;
    private final Devices devices;
    private final Fleet fleet;
    private final Visits visits;
    private final Duration longWait;

    /** @param longWait whoever waits this long is to be seen to */
    public HallViews(
            Directory directory,
            Supplier<Catalog> catalog,
            KioskDoor kiosks,
            DeviceDoor daemons,
            Devices devices,
            Fleet fleet,
            Visits visits,
            Duration longWait) {
        this.directory = directory;
        this.catalog = catalog;
        this.kiosks = kiosks;
        this.daemons = daemons;
        this.devices = devices;
        this.fleet = fleet;
        this.visits = visits;
        this.longWait = longWait;
    }

    Board board(ManagerEntry manager, DeskState desk, Instant now) {
        CentreId centre = manager.centre();
        return new Board(
                manager.name(),
                nameOf(centre),
                now,
                waiting(centre, desk),
                desk.calls().values().stream()
                        .filter(call -> concerns(centre, call))
                        .flatMap(call -> talking(call, desk).stream())
                        .sorted(Comparator.comparing(TalkingRow::since))
                        .toList(),
                directory.clerksOf(centre).stream()
                        .map(clerk -> clerk(clerk, desk))
                        .toList(),
                directory.windowsOf(centre).stream()
                        .map(window -> new WindowRow(
                                window.id(),
                                window.name(),
                                window.items().stream()
                                        .map(item -> title(item, centre))
                                        .toList()))
                        .toList(),
                directory.kiosksOf(centre).stream()
                        .map(kiosk -> kiosk(kiosk, desk))
                        .toList(),
                longWait.toMinutes());
    }

    /** A call concerns the centre it comes from and the centre it goes to, and nobody else. */
    static boolean concerns(CentreId centre, Call call) {
        return call.near().equals(centre) || call.owner().equals(centre);
    }

    private List<WaitingRow> waiting(CentreId centre, DeskState desk) {
        List<WaitingRow> rows = new ArrayList<>();
        long position = 0;
        for (Call call : desk.line()) {
            position++;
            if (concerns(centre, call)) {
                CallState.Place place = call.place().orElseThrow();
                rows.add(new WaitingRow(
                        call.id(),
                        position,
                        call.item(),
                        title(call.item(), call.owner()),
                        nameOf(call.near()),
                        nameOf(call.owner()),
                        kioskName(call),
                        place.since(),
                        place.cutOff() ? OrderReason.CUT_OFF : OrderReason.ARRIVAL,
                        call.clerk().map(this::nameOf),
                        call.owner().equals(centre)));
            }
        }
        return rows;
    }

    private Optional<TalkingRow> talking(Call call, DeskState desk) {
        return call.state() instanceof CallState.Talking talking
                ? Optional.of(new TalkingRow(
                        call.id(),
                        title(call.item(), call.owner()),
                        kioskName(call),
                        nameOf(call.near()),
                        nameOf(call.owner()),
                        nameOf(talking.clerk()),
                        talking.since(),
                        desk.kiosks().contains(call.kiosk()),
                        desk.clerks().contains(talking.clerk())))
                : Optional.empty();
    }

    private ClerkRow clerk(ClerkEntry clerk, DeskState desk) {
        return new ClerkRow(
                clerk.id(),
                clerk.name(),
                clerk.staffNo(),
                desk.stateOf(clerk.id()),
                desk.since(clerk.id()).orElse(Instant.EPOCH),
                List.copyOf(directory.windowsOf(clerk.id())));
    }

    private KioskRow kiosk(KioskEntry kiosk, DeskState desk) {
        KioskUse use = desk.callAt(kiosk.id())
                .map(call -> call.state() instanceof CallState.Talking ? KioskUse.TALKING : KioskUse.WAITING)
                .orElseGet(() -> visits.at(kiosk.id()).isPresent() ? KioskUse.FILLING : KioskUse.FREE);
        return new KioskRow(
                kiosk.id(),
                kiosk.name(),
                kiosks.isHere(kiosk.id()),
                daemons.version(kiosk.id()),
                use,
                daemons.trouble(kiosk.id()),
                daemons.health(kiosk.id()),
                Optional.of(condition(kiosk.id())));
    }

    private KioskCondition condition(KioskId kiosk) {
        Standing standing = fleet.of(kiosk);
        Optional<DeviceDoor.Heard> heard = daemons.heard(kiosk);
        return new KioskCondition(
                standing.outOfOrder(),
                standing.outOfOrderMessage(),
                standing.message(),
                heard.map(DeviceDoor.Heard::at),
                heard.map(DeviceDoor.Heard::upSeconds),
                devices.ofDaemon(kiosk),
                standing.selfTest(),
                standing.restart());
    }

    private LocalText title(ServiceItemId item, CentreId owner) {
        return catalog.get()
                .find(item, owner)
                .map(found -> found.title())
                .orElse(new LocalText(item.value(), item.value()));
    }

    private LocalText nameOf(CentreId centre) {
        return directory.centre(centre).orElseThrow().name();
    }

    private String nameOf(ClerkId clerk) {
        return directory.clerk(clerk).map(ClerkEntry::name).orElse(clerk.value());
    }

    private LocalText kioskName(Call call) {
        return directory.kiosk(call.kiosk()).orElseThrow().name();
    }
}
