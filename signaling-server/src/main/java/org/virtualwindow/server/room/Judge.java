package org.virtualwindow.server.room;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomMessage.MigrationPreview;
import org.virtualwindow.protocol.RoomMessage.Revealed;
import org.virtualwindow.protocol.RoomOperation;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.values.Author;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.server.form.ItemPackage;
import org.virtualwindow.server.journal.Ledger;
import org.virtualwindow.server.licence.Registers;

/** Hears what somebody with a seat in a room asks for, lets {@link RoomRules} decide, and does it. Used in the room's mailbox. */
final class Judge {
    /** As long as a console shows a whole value. */
    private static final Duration SHOWN_WHOLE = Duration.ofSeconds(30);

    /** @param by the clerk who asked for it */
    private record Look(RoomOperation.Reveal asked, Author by, Instant until) {}

    private final Map<OpId, Look> looks = new HashMap<>();
    private final Matter matter;
    private final Ledger ledger;
    private final FieldLocks locks;
    private final Filing filing;
    private final Supplier<Optional<ItemPackage>> inForce;
    private final InstantSource clock;
    private final Executor mailbox;
    private final KioskDevices devices;
    private final Registers registers;

    Judge(
            Matter matter,
            Ledger ledger,
            FieldLocks locks,
            Filing filing,
            Supplier<Optional<ItemPackage>> inForce,
            InstantSource clock,
            Executor mailbox,
            KioskDevices devices,
            Registers registers) {
        this.matter = matter;
        this.ledger = ledger;
        this.locks = locks;
        this.filing = filing;
        this.inForce = inForce;
        this.clock = clock;
        this.mailbox = mailbox;
        this.devices = devices;
        this.registers = registers;
    }

    void hear(Asked asked, RoomOperation operation) {
        Optional<ItemPackage> newer = MigrationRules.newer(matter.state(), inForce.get());
        switch (decide(asked, operation, newer)) {
            // Looks anew whenever it is asked.
            case Decision.Happens _
            when operation instanceof RoomOperation.PreviewMigration -> {
                ledger.accept(asked.opId(), ledger.seq(), asked.who().peer()::send);
                newer.ifPresent(to -> preview(asked.who(), to));
            }
            case Decision.Happens(List<RoomEvent> events) -> {
                matter.accept(asked, events, List.of(), newer);
                if (operation instanceof RoomOperation.Reveal reveal) {
                    looks.values().removeIf(look -> !clock.instant().isBefore(look.until()));
                    looks.put(
                            asked.opId(),
                            new Look(reveal, asked.by(), clock.instant().plus(SHOWN_WHOLE)));
                    reveal(asked.who(), reveal.path());
                }
            }
            case Decision.Refuses refused ->
                asked.who()
                        .peer()
                        .send(RoomView.refused(
                                operation,
                                refused,
                                matter.state().form(),
                                asked.who().role()));
            case Decision.MayFile() -> file(asked, (RoomOperation.Submit) operation);
        }
    }

    /** The answer went out once more; a whole value, which may have been lost with it, goes too, for as long as it would be shown. */
    void hearAgain(Asked asked, RoomOperation operation) {
        Look look = looks.get(asked.opId());
        if (look != null
                && look.asked().equals(operation)
                && look.by().equals(asked.by())
                && clock.instant().isBefore(look.until())
                && !GrantRules.lacks(matter.state(), operation)) {
            reveal(asked.who(), look.asked().path());
        }
    }

    /** What needs no answer of its own beyond yes or no. */
    void decided(Asked asked, Decision decision) {
        switch (decision) {
            case Decision.Happens(List<RoomEvent> events) -> matter.accept(asked, events, List.of());
            case Decision.Refuses refused -> asked.refused(refused.why());
            case Decision.MayFile() -> throw new IllegalStateException("nothing is filed this way");
        }
    }

    private Decision decide(Asked asked, RoomOperation operation, Optional<ItemPackage> newer) {
        if (operation instanceof RoomOperation.OnDevices use) {
            RoomState state = matter.state();
            return UseRules.decide(state, asked.by(), use, devices.at(state.kiosk()));
        }
        if (operation instanceof RoomOperation.AskLookup && !registers.connected()) {
            return Decision.refuse(Refusal.NO_REGISTER);
        }
        return RoomRules.decide(matter.state(), locks, asked.by(), operation, clock.instant(), newer);
    }

    private void file(Asked asked, RoomOperation.Submit submit) {
        boolean begun = filing.draw(
                matter.state().owner(),
                mailbox,
                drawn -> drawn.ifPresentOrElse(
                        number -> fileAs(number, asked, submit), () -> asked.refused(Refusal.TRY_AGAIN)));
        if (!begun) {
            asked.refused(Refusal.ALREADY);
        }
    }

    /** Judges again: the form may have moved on while the number was drawn. */
    private void fileAs(Filing.Drawn number, Asked asked, RoomOperation.Submit submit) {
        if (decide(asked, submit, Optional.empty()) instanceof Decision.MayFile) {
            RoomState state = matter.state();
            matter.accept(asked, List.of(number.of(state)), List.of(filing.row(matter.id(), state, number)));
        } else {
            hear(asked, submit); // says why it may no longer be filed
        }
    }

    private void preview(Speaker who, ItemPackage to) {
        MigrationPreview preview =
                new MigrationPreview(matter.id(), MigrationRules.report(matter.state(), to, who.role()));
        ledger.afterCommit(() -> who.peer().send(preview));
    }

    private void reveal(Speaker who, FieldPath path) {
        matter.state().form().field(path).ifPresent(field -> {
            Revealed revealed = new Revealed(matter.id(), path, field.value());
            ledger.afterCommit(() -> who.peer().send(revealed));
        });
    }
}
