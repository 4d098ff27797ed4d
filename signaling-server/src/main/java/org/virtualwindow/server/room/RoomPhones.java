package org.virtualwindow.server.room;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.virtualwindow.protocol.Blob;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.ids.BlobId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.values.Author;
import org.virtualwindow.protocol.values.Role;
import org.virtualwindow.server.journal.Ledger;

/** What a phone brings into a room, and what becomes of pages that nobody wants. Any thread; everything happens in the room's mailbox. */
public final class RoomPhones {
    private static final Author SYSTEM = new Author(Role.SYSTEM, "room", "");

    private final Executor mailbox;
    private final Matter matter;
    private final Ledger ledger;
    private final Unwanted unwanted;

    /** Deletes pages that nobody took. Never waits; any thread. */
    @FunctionalInterface
    public interface Unwanted {
        /** Also said again of what is deleted already. */
        void thrownAway(RoomId room, Set<BlobId> pages);
    }

    /** What becomes of a page that a phone sent. */
    public enum Arrival {
        /** The applicant is shown it. */
        WAITS,
        /** It came before. */
        KNOWN,
        /** Filed, put aside or over, or the material is not wanted any more, or the phone may not send any more. */
        TOO_LATE,
        /** As many wait already as may. */
        TOO_MANY
    }

    RoomPhones(Executor mailbox, Matter matter, Ledger ledger, Unwanted unwanted) {
        this.mailbox = mailbox;
        this.matter = matter;
        this.ledger = ledger;
        this.unwanted = unwanted;
    }

    /**
     * A phone sent a page for a material.
     *
     * @param mayStill whether it may when this is heard; must not wait
     * @param then runs when what became of it is on disk
     */
    public void came(String material, Blob page, BooleanSupplier mayStill, Consumer<Arrival> then) {
        mailbox.execute(() -> {
            Arrival arrival = arrival(material, page, mayStill);
            if (arrival == Arrival.WAITS) {
                matter.happen(SYSTEM, null, List.of(new RoomEvent.PageSent(material, page)), List.of());
            }
            ledger.afterCommit(() -> then.accept(arrival));
        });
    }

    private Arrival arrival(String material, Blob page, BooleanSupplier mayStill) {
        Arrival arrival = PhoneRules.arrival(matter.state(), material, page);
        return arrival == Arrival.WAITS && !mayStill.getAsBoolean() ? Arrival.TOO_LATE : arrival;
    }

    /**
     * Whoever sent a page takes it back: a phone may for as long as the applicant has not taken it, the kiosk's page while it came of no
     * use.
     *
     * @param then runs when that is on disk
     */
    public void tookBack(BlobId page, Runnable then) {
        mailbox.execute(() -> {
            if (matter.state().checklist().sent(page).isPresent()) {
                matter.happen(SYSTEM, null, List.of(new RoomEvent.SentPageDropped(page)), List.of());
            } else if (!isKnown(page)) {
                unwanted.thrownAway(matter.id(), Set.of(page));
            }
            ledger.afterCommit(then);
        });
    }

    private boolean isKnown(BlobId page) {
        RoomState state = matter.state();
        return state.checklist().knows(page)
                || state.uses().all().values().stream()
                        .flatMap(use -> use.pages().stream())
                        .anyMatch(each -> each.blob().equals(page));
    }

    /** A crash may have come between the disk and the deleting. */
    void again() {
        mailbox.execute(() -> ledger.afterCommit(() -> delete(unwanted, matter.id(), matter.onDisk())));
    }

    /** Has what nobody took deleted once that is on disk. */
    static RoomListener deleting(Unwanted unwanted) {
        return (room, before, after) -> {
            if (before.checklist().thrownAway() != after.checklist().thrownAway()) {
                delete(unwanted, room, after);
            }
        };
    }

    private static void delete(Unwanted unwanted, RoomId room, RoomState state) {
        Set<BlobId> pages = state.checklist().thrownAway();
        if (!pages.isEmpty()) {
            unwanted.thrownAway(room, pages);
        }
    }
}
