package org.virtualwindow.server.room;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.virtualwindow.protocol.Blob;
import org.virtualwindow.protocol.DeviceTask;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomEvent.UseEnd;
import org.virtualwindow.protocol.RoomMessage.DevicesShown;
import org.virtualwindow.protocol.RoomMessage.UseProgress;
import org.virtualwindow.protocol.SignedResult;
import org.virtualwindow.protocol.ids.BlobId;
import org.virtualwindow.protocol.ids.CommandId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.values.Author;
import org.virtualwindow.protocol.values.Role;
import org.virtualwindow.protocol.values.Trouble;
import org.virtualwindow.server.connection.Peer;
import org.virtualwindow.server.journal.Ledger;
import org.virtualwindow.server.room.KioskDevices.AtKiosk;
import org.virtualwindow.server.room.Uses.Use;

/** What the devices of the kiosk have to say to a room. Any thread; everything happens in the room's mailbox. */
public final class RoomUses {
    private static final Author SYSTEM = new Author(Role.SYSTEM, "room", "");

    private final Executor mailbox;
    private final Threshold threshold;
    private final Matter matter;
    private final Ledger ledger;
    private final Company company;
    private final FieldLocks locks;
    private final KioskDevices devices;
    private final UseErrands errands;
    private final DocumentErrands documents;
    private final InstantSource clock;

    RoomUses(
            Executor mailbox,
            Threshold threshold,
            Matter matter,
            Ledger ledger,
            Company company,
            FieldLocks locks,
            KioskDevices devices,
            Documents documents,
            InstantSource clock) {
        this.mailbox = mailbox;
        this.threshold = threshold;
        this.matter = matter;
        this.ledger = ledger;
        this.company = company;
        this.locks = locks;
        this.devices = devices;
        this.errands = new UseErrands(devices);
        this.documents = new DocumentErrands(documents);
        this.clock = clock;
    }

    /** What becomes of a result. */
    public enum Verdict {
        TAKEN,
        /** It came once the use was over: the second one, too. */
        LATE,
        /** Nobody asked for it here, or it was not allowed yet. */
        UNKNOWN,
        WRONG_KIOSK,
        WRONG_NONCE,
        /** Such a task does not end like this; the use failed by it. */
        WRONG_KIND
    }

    /** The devices, or their conditions, are others than before. */
    public void changed() {
        mailbox.execute(() -> ledger.afterCommit(() -> company.hear(_ -> Optional.of(shown()))));
    }

    DevicesShown shown() {
        AtKiosk here = devices.at(matter.onDisk().kiosk());
        return new DevicesShown(matter.id(), here.reached(), here.devices());
    }

    /** Has everything begin that runs here, or is still to be made, and end that is over: a daemon came, or the page of this visit, or the server did. */
    public void again() {
        mailbox.execute(() -> ledger.afterCommit(() -> {
            errands.again(matter.id(), matter.onDisk());
            documents.again(matter.id(), matter.onDisk());
        }));
    }

    /** The kiosk's browser was started anew: whoever stands there has allowed nothing. */
    public void forgotten() {
        mailbox.execute(() -> {
            List<RoomEvent> events = new ArrayList<>(UseRules.forgotten(matter.state()));
            events.addAll(LookupRules.forgotten(matter.state()));
            if (!events.isEmpty()) {
                matter.happen(SYSTEM, null, events, List.of());
            }
        });
    }

    /** @param unknown runs where nothing of the kind runs here */
    public void progress(
            KioskId from, CommandId command, Optional<Long> percent, Optional<Trouble> waitsFor, Runnable unknown) {
        mailbox.execute(() -> ledger.afterCommit(() -> {
            if (runs(matter.onDisk(), from, command)) {
                company.hear(_ -> Optional.of(new UseProgress(matter.id(), command, percent, waitsFor)));
            } else {
                unknown.run();
            }
        }));
    }

    /** Nothing came in time. */
    public void timedOut(CommandId command) {
        mailbox.execute(() -> {
            if (matter.state().uses().find(command).filter(Use::runs).isPresent()) {
                matter.happen(SYSTEM, null, List.of(new RoomEvent.UseEnded(command, UseEnd.TIMED_OUT)), List.of());
            }
        });
    }

    /** The server made a document for this room, which may be printed from now on. The same made again changes nothing. */
    public void made(Blob document) {
        mailbox.execute(() -> {
            if (!matter.state().ended() && !matter.state().uses().hasMade(document.sha256())) {
                matter.happen(SYSTEM, null, List.of(new RoomEvent.DocumentMade(document)), List.of());
            }
        });
    }

    /**
     * The daemon of a kiosk says how a use ended; its signature was checked.
     *
     * @param line on which it came; a room that begins again has it come back
     * @param card what it comes to here, where it is a card
     * @param then is told what became of it, once that is on disk
     */
    public void ended(
            Peer line, KioskId from, SignedResult signed, Optional<RoomEvent.CardRead> card, Consumer<Verdict> then) {
        threshold.whileWhole(line, () -> {
            Verdict verdict = judge(matter.state(), from, signed);
            if (verdict == Verdict.TAKEN) {
                take(signed, card);
            } else if (verdict == Verdict.WRONG_KIND) {
                matter.happen(SYSTEM, null, List.of(UseRules.failed(signed.command(), Trouble.MALFORMED)), List.of());
            }
            ledger.afterCommit(() -> then.accept(verdict));
        });
    }

    private void take(SignedResult signed, Optional<RoomEvent.CardRead> card) {
        RoomState state = matter.state();
        Author applicant = new Author(Role.APPLICANT, state.kiosk().value(), "");
        List<RoomEvent> ended = UseRules.ended(state, signed.command(), signed.result());
        if (card.isEmpty()) {
            matter.happen(ended.size() > 1 ? applicant : SYSTEM, null, ended, List.of());
            return;
        }
        switch (PrefillRules.cardRead(state, locks, applicant, card.get(), clock.instant())) {
            case Decision.Happens(List<RoomEvent> fills) -> {
                List<RoomEvent> events = new ArrayList<>(fills);
                events.addAll(ended);
                matter.happen(applicant, null, events, List.of());
            }
            // Filed meanwhile, or gone on by a package that takes nothing from a card: what it says is not kept.
            default ->
                matter.happen(
                        SYSTEM, null, List.of(new RoomEvent.UseEnded(signed.command(), UseEnd.CANCELLED)), List.of());
        }
    }

    static Verdict judge(RoomState room, KioskId from, SignedResult signed) {
        if (!signed.kiosk().equals(from) || !room.kiosk().equals(from)) {
            return Verdict.WRONG_KIOSK;
        }
        Optional<Use> use = room.uses().find(signed.command());
        if (use.isEmpty() || use.get().waits() || use.get().task().takes().inPage()) {
            return Verdict.UNKNOWN;
        }
        if (!use.get().runs()) {
            return Verdict.LATE;
        }
        if (!same(signed.nonce(), UseErrands.nonce(room, signed.command()))) {
            return Verdict.WRONG_NONCE;
        }
        return UseRules.fits(room, use.get().task(), signed.result()) ? Verdict.TAKEN : Verdict.WRONG_KIND;
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether this kiosk does the command now, as far as is on disk. Any thread. */
    public boolean runs(KioskId at, CommandId command) {
        return runs(matter.onDisk(), at, command);
    }

    /** Whether this kiosk prints the document now, as far as is on disk. Any thread. */
    public boolean prints(KioskId at, BlobId document) {
        RoomState room = matter.onDisk();
        return room.kiosk().equals(at)
                && room.uses().all().values().stream()
                        .filter(Use::runs)
                        .anyMatch(use -> use.task() instanceof DeviceTask.PrintDocument(Blob printed, Long _)
                                && printed.blob().equals(document));
    }

    private static boolean runs(RoomState room, KioskId from, CommandId command) {
        return room.kiosk().equals(from)
                && room.uses().find(command).filter(Use::runs).isPresent();
    }
}
