package org.virtualwindow.server.directory;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.virtualwindow.protocol.ClerkCard;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.ClerkId;
import org.virtualwindow.protocol.ids.HallManagerId;
import org.virtualwindow.protocol.ids.HelperId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.ids.WindowId;
import org.virtualwindow.protocol.values.LocalText;
import org.virtualwindow.server.postgres.Sql;

/**
 * Who and what there is. Small, so it is held in memory whole: lookups are free and may be made anywhere, also in a mailbox.
 * What changes is written first and then read again, which blocks. Where a person asks, ask with that person's centre: what
 * belongs to another one is not there.
 */
public final class Directory {
    private final Sql sql;
    private volatile Snapshot now;

    public Directory(Sql sql) {
        this.sql = sql;
        now = Snapshot.read(sql);
    }

    /** @param place empty where nobody has entered how one gets there */
    public record CentreEntry(
            CentreId id, LocalText name, LocalText region, OpeningHours hours, Optional<CentrePlace> place) {
        public boolean openAt(Instant moment) {
            return hours.openAt(moment);
        }

        /** When it opens next; empty while it is open, and where it never opens. */
        public Optional<Instant> opensAfter(Instant moment) {
            return hours.opensAfter(moment);
        }

        public LocalText hoursText() {
            return hours.text();
        }
    }

    public record KioskEntry(KioskId id, CentreId centre, LocalText name) {}

    /** @param region what the centre answers for */
    public record ClerkEntry(
            ClerkId id,
            CentreId centre,
            String account,
            String name,
            String staffNo,
            LocalText unit,
            LocalText region) {
        /** How the clerk is introduced to an applicant. */
        public ClerkCard card() {
            return new ClerkCard(id, name, staffNo, unit, region);
        }
    }

    public record ManagerEntry(HallManagerId id, CentreId centre, String account, String name) {}

    public record HelperEntry(HelperId id, CentreId centre, String name) {}

    /** @param items what is done at this window, in the order of their names */
    public record WindowEntry(WindowId id, CentreId centre, LocalText name, List<ServiceItemId> items) {}

    public Collection<CentreEntry> centres() {
        return now.centres().values();
    }

    /** Where each centre is, in Chinese. */
    public Map<CentreId, String> regions() {
        return centres().stream()
                .collect(Collectors.toMap(
                        CentreEntry::id, centre -> centre.region().zh()));
    }

    public Collection<KioskEntry> kiosks() {
        return now.kiosks().values();
    }

    public Collection<ClerkEntry> clerks() {
        return now.clerks().values();
    }

    public Collection<WindowEntry> windows() {
        return now.windows().values();
    }

    public List<KioskEntry> kiosksOf(CentreId centre) {
        return kiosks().stream().filter(kiosk -> kiosk.centre().equals(centre)).toList();
    }

    public List<ClerkEntry> clerksOf(CentreId centre) {
        return clerks().stream().filter(clerk -> clerk.centre().equals(centre)).toList();
    }

    public List<WindowEntry> windowsOf(CentreId centre) {
        return windows().stream()
                .filter(window -> window.centre().equals(centre))
                .toList();
    }

    public Optional<CentreEntry> centre(CentreId id) {
        return Optional.ofNullable(now.centres().get(id));
    }

    /** Whether it is known how one gets there. */
    public boolean isMapped(CentreId id) {
        return centre(id).flatMap(CentreEntry::place).isPresent();
    }

    public Optional<KioskEntry> kiosk(KioskId id) {
        return Optional.ofNullable(now.kiosks().get(id));
    }

    public Optional<ClerkEntry> clerk(ClerkId id) {
        return Optional.ofNullable(now.clerks().get(id));
    }

    public Optional<ManagerEntry> manager(HallManagerId id) {
        return Optional.ofNullable(now.managers().get(id));
    }

    public Optional<HelperEntry> helper(HelperId id) {
        return Optional.ofNullable(now.helpers().get(id));
    }

    public Optional<WindowEntry> window(WindowId id) {
        return Optional.ofNullable(now.windows().get(id));
    }

    /** As somebody of this centre sees it: empty for another centre's kiosk. */
    public Optional<KioskEntry> kiosk(CentreId asking, KioskId id) {
        return kiosk(id).filter(kiosk -> kiosk.centre().equals(asking));
    }

    /** As somebody of this centre sees it: empty for another centre's clerk. */
    public Optional<ClerkEntry> clerk(CentreId asking, ClerkId id) {
        return clerk(id).filter(clerk -> clerk.centre().equals(asking));
    }

    /** As somebody of this centre sees it: empty for another centre's window. */
    public Optional<WindowEntry> window(CentreId asking, WindowId id) {
        return window(id).filter(window -> window.centre().equals(asking));
    }

    /** The windows this clerk serves. */
    public Set<WindowId> windowsOf(ClerkId clerk) {
        return now.assignments().getOrDefault(clerk, Set.of());
    }

    /** How this clerk is introduced in a call about an item: at the window that serves it, where one of theirs does. */
    public Optional<ClerkCard> card(ClerkId id, ServiceItemId item) {
        return clerk(id)
                .map(ClerkEntry::card)
                .map(card -> windowsOf(id).stream()
                        .flatMap(window -> window(window).stream())
                        .filter(window -> window.items().contains(item))
                        .min(Comparator.comparing(window -> window.id().value()))
                        .map(window ->
                                new ClerkCard(card.clerk(), card.name(), card.staffNo(), window.name(), card.region()))
                        .orElse(card));
    }

    /** The items this clerk is asked for: those of the windows they serve. A question is for whoever serves any. */
    public boolean serves(ClerkId clerk, ServiceItemId item) {
        return item.equals(ServiceItemId.QUESTION)
                ? !windowsOf(clerk).isEmpty()
                : windowsOf(clerk).stream()
                        .flatMap(window -> window(window).stream())
                        .anyMatch(window -> window.items().contains(item));
    }

    /** Puts a clerk on a window of the same centre; false when there is no such pair. Blocks. */
    public boolean assign(ClerkId clerk, WindowId window) {
        boolean known = sql.first("""
            insert into clerk_assignment (clerk, service_window, centre)
            select c.id, w.id, c.centre from clerk c join service_window w on w.centre = c.centre
            where c.id = ? and w.id = ?
            on conflict (clerk, service_window) do update set centre = excluded.centre
            returning true
            """, row -> row.getBoolean(1), clerk.value(), window.value())
                .orElse(false);
        reread();
        return known;
    }

    /** Takes a clerk off a window; nothing happens where they are not on it. Blocks. */
    public void unassign(ClerkId clerk, WindowId window) {
        sql.update(
                "delete from clerk_assignment where clerk = ? and service_window = ?", clerk.value(), window.value());
        reread();
    }

    /** Takes what somebody else wrote. Blocks. Of two at once the later to begin also wins. */
    public synchronized void reread() {
        now = Snapshot.read(sql);
    }
}
