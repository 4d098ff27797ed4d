package org.virtualwindow.server.device;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.server.connection.Peer;
import org.virtualwindow.server.room.Visits;

/** The kiosks' pages: whoever sits there sees what runs, and can stop it. Any thread. */
final class Watchers {
    private final Visits visits;
    private final Map<KioskId, Page> pages = new ConcurrentHashMap<>();

    Watchers(Visits visits) {
        this.visits = visits;
    }

    /**
     * @param browserStart that it belongs to
     * @param origin under which it reaches us
     */
    record Page(Peer peer, String browserStart, Optional<String> origin) {}

    /** Who came last is heard. */
    void came(KioskId kiosk, Page page) {
        pages.merge(
                kiosk,
                page,
                (before, come) -> before.peer().arrival().isAfter(come.peer().arrival()) ? before : come);
    }

    /** Returns whether it was the one that is heard. */
    boolean left(KioskId kiosk, Peer peer) {
        Page page = pages.get(kiosk);
        return page != null && page.peer() == peer && pages.remove(kiosk, page);
    }

    Optional<Peer> peer(KioskId kiosk) {
        return Optional.ofNullable(pages.get(kiosk)).map(Page::peer);
    }

    /** Whether the page of this visit is there. May wait for the database. */
    boolean watch(KioskId kiosk) {
        return ofVisit(kiosk).isPresent();
    }

    /** Of the page of this visit. As {@link #watch}. */
    Optional<String> origin(KioskId kiosk) {
        return ofVisit(kiosk).flatMap(Page::origin);
    }

    private Optional<Page> ofVisit(KioskId kiosk) {
        return Optional.ofNullable(pages.get(kiosk))
                .filter(page -> visits.at(kiosk)
                        .filter(visit -> visit.browserStart().equals(page.browserStart()))
                        .isPresent());
    }
}
