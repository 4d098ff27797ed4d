package org.virtualwindow.server.room;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.virtualwindow.protocol.Answer;
import org.virtualwindow.protocol.CloseCode;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.values.Author;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.server.connection.Peer;
import org.virtualwindow.server.journal.Ledger;
import org.virtualwindow.server.journal.Operations;

/**
 * What everybody passes who asks something of a room: it is whole, they have a seat in it, and what was accepted before is answered as
 * it was then. What is let through runs in the room's mailbox.
 */
final class Threshold {
    private final Executor mailbox;
    private final Matter matter;
    private final Ledger ledger;
    private final Company company;
    private final Judge judge;
    private final Runnable forget;
    private boolean broken;

    Threshold(Executor mailbox, Matter matter, Ledger ledger, Company company, Judge judge, Runnable forget) {
        this.mailbox = mailbox;
        this.matter = matter;
        this.ledger = ledger;
        this.company = company;
        this.judge = judge;
        this.forget = forget;
    }

    /** Whoever still speaks to a room that begins again is asked to come back and speak to the one on disk. */
    void whileWhole(Speaker who, Runnable task) {
        whileWhole(who.peer(), task);
    }

    void whileWhole(Peer line, Runnable task) {
        mailbox.execute(() -> {
            if (broken) {
                line.close(CloseCode.COME_BACK);
            } else {
                task.run();
            }
        });
    }

    /** @param without what who has no seat here is told */
    void once(Speaker who, OpId opId, Object message, Refusal without, Consumer<Asked> then) {
        once(who, opId, message, without, then, _ -> {});
    }

    /** @param again what else is done where it was answered before */
    void once(Speaker who, OpId opId, Object message, Refusal without, Consumer<Asked> then, Consumer<Asked> again) {
        whileWhole(who, () -> {
            Optional<Author> author = author(who);
            if (author.isEmpty()) {
                refuse(who, opId, without);
                return;
            }
            Asked asked = new Asked(who, author.get(), opId, ledger.operation(opId, message));
            if (ledger.answeredBefore(Operations.name(asked.by()), opId, asked.sent(), who.peer()::send)) {
                again.accept(asked);
            } else {
                then.accept(asked);
            }
        });
    }

    /** What the kiosk's people do beside the form. */
    void atKiosk(Speaker who, OpId opId, Object message, Supplier<List<RoomEvent>> events) {
        once(who, opId, message, Refusal.NO_ROOM, asked -> matter.accept(asked, events.get(), List.of()));
    }

    void decided(Speaker who, OpId opId, Object message, Function<Asked, Decision> rules) {
        once(who, opId, message, Refusal.NO_ROOM, asked -> judge.decided(asked, rules.apply(asked)));
    }

    /** Who speaks, if they have a seat here. */
    Optional<Author> author(Speaker who) {
        return SeatRules.author(matter.state(), who);
    }

    void refuse(Speaker who, OpId opId, Refusal why) {
        who.peer().send(new Answer.Refused(opId, why));
    }

    /** The journal refused what was applied: this room in memory is wrong, the one on disk is right. */
    void beginAgain() {
        if (broken) {
            return;
        }
        broken = true;
        forget.run(); // before anybody can be back
        company.isSentAway(CloseCode.COME_BACK);
    }
}
