package org.virtualwindow.server.kiosk;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.virtualwindow.protocol.ToKiosk.OtherHall;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.values.LocalText;
import org.virtualwindow.server.directory.CentrePlace;
import org.virtualwindow.server.directory.Directory;
import org.virtualwindow.server.directory.Directory.CentreEntry;
import org.virtualwindow.server.directory.Directory.KioskEntry;

/** Where one goes instead of a kiosk that is out of order: in its hall, else in its city. Never waits. */
final class OtherKiosks {
    /** As many names as one takes in at a glance. */
    private static final int MOST = 3;
    /** Of a division code (GB/T 2260) those that name the city. */
    private static final int CITY = 4;

    private final Directory directory;
    private final Predicate<KioskId> isOn;

    /** @param isOn whether somebody may begin there now */
    OtherKiosks(Directory directory, Predicate<KioskId> isOn) {
        this.directory = directory;
        this.isOn = isOn;
    }

    /** The kiosks of its hall that are on. */
    List<LocalText> ofHall(KioskId kiosk) {
        return directory.kiosk(kiosk).stream()
                .flatMap(own -> on(own.centre(), kiosk))
                .toList();
    }

    /** The halls of its city that are open and have kiosks that are on. */
    List<OtherHall> elsewhere(KioskId kiosk, Instant now) {
        return directory.kiosk(kiosk).stream()
                .flatMap(own -> directory.centres().stream()
                        .filter(centre -> !centre.id().equals(own.centre()) && isSameCity(centre.id(), own.centre())))
                .filter(centre -> centre.openAt(now))
                .sorted(Comparator.comparing(centre -> centre.id().value()))
                .map(centre -> hall(centre, kiosk))
                .filter(hall -> !hall.kiosks().isEmpty())
                .limit(MOST)
                .toList();
    }

    /** The kiosks that may name this one. */
    Stream<KioskEntry> near(KioskId kiosk) {
        return directory.kiosk(kiosk).stream()
                .flatMap(own -> directory.kiosks().stream().filter(other -> isSameCity(other.centre(), own.centre())));
    }

    private OtherHall hall(CentreEntry centre, KioskId kiosk) {
        return new OtherHall(
                centre.name(),
                centre.place().map(CentrePlace::address),
                on(centre.id(), kiosk).toList());
    }

    private Stream<LocalText> on(CentreId centre, KioskId but) {
        return directory.kiosksOf(centre).stream()
                .filter(other -> !other.id().equals(but) && isOn.test(other.id()))
                .limit(MOST)
                .map(KioskEntry::name);
    }

    static boolean isSameCity(CentreId one, CentreId other) {
        return one.equals(other)
                || one.value().length() > CITY
                        && other.value().startsWith(one.value().substring(0, CITY));
    }
}
