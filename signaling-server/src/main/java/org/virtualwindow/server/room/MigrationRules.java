package org.virtualwindow.server.room;

import static org.virtualwindow.server.room.Decision.happens;
import static org.virtualwindow.server.room.Decision.refuse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.virtualwindow.protocol.MigrationReport;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomOperation.Migrate;
import org.virtualwindow.protocol.RoomOperation.OfferMigration;
import org.virtualwindow.protocol.values.Author;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.protocol.values.Role;
import org.virtualwindow.server.form.ItemPackage;
import org.virtualwindow.server.form.Migration;
import org.virtualwindow.server.form.MigrationReports;

/** Whether an open form goes on by the package that is in force by now. Pure; {@code newer} is empty where it does already. */
final class MigrationRules {
    private MigrationRules() {}

    /** The package this room may go on by. One that is older than packages' hashes stays as it is. */
    static Optional<ItemPackage> newer(RoomState room, Optional<ItemPackage> inForce) {
        return inForce.filter(found ->
                room.itemHash().filter(hash -> !hash.equals(found.hash())).isPresent());
    }

    static Decision preview(Optional<ItemPackage> newer) {
        return newer.isPresent() ? happens() : refuse(Refusal.UNKNOWN);
    }

    static Decision offer(RoomState room, OfferMigration offer, Optional<ItemPackage> newer) {
        return wanted(offer.itemHash(), newer)
                .map(Decision::refuse)
                .orElseGet(() -> room.migrationOffered().equals(Optional.of(offer.itemHash()))
                        ? happens()
                        : happens(new RoomEvent.MigrationOffered(
                                newer.orElseThrow().item().version(), offer.itemHash())));
    }

    static Decision decline(RoomState room) {
        return room.migrationOffered().isPresent() ? happens(new RoomEvent.MigrationDeclined()) : happens();
    }

    /** With the former form ends whatever was proposed for it or asked about it. */
    static Decision migrate(RoomState room, Author by, Migrate migrate, Optional<ItemPackage> newer) {
        if (by.role() == Role.HELPER) {
            return refuse(Refusal.HELPER_MAY_NOT);
        }
        Optional<Refusal> refusal = wanted(migrate.itemHash(), newer);
        if (refusal.isPresent()) {
            return refuse(refusal.get());
        }
        ItemPackage to = newer.orElseThrow();
        List<RoomEvent> events = new ArrayList<>();
        room.suggestions()
                .keySet()
                .forEach(open -> events.add(new RoomEvent.SuggestionEnded(open, RoomEvent.SuggestionEnd.STALE)));
        events.addAll(GuidanceRules.ended(room));
        events.add(new RoomEvent.Migrated(to.item().item(), to.item().version(), to.hash()));
        return new Decision.Happens(events);
    }

    /** What would become of this room. */
    static MigrationReport report(RoomState room, ItemPackage to, Role role) {
        return MigrationReports.of(Migration.of(room.form(), to), room.declared(), role);
    }

    private static Optional<Refusal> wanted(String itemHash, Optional<ItemPackage> newer) {
        if (newer.isEmpty()) {
            return Optional.of(Refusal.UNKNOWN);
        }
        return newer.get().hash().equals(itemHash) ? Optional.empty() : Optional.of(Refusal.STALE);
    }
}
