package org.virtualwindow.server.room;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.virtualwindow.protocol.LookupAnswer;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.ids.LookupId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.values.Author;
import org.virtualwindow.protocol.values.LookupTrouble;
import org.virtualwindow.protocol.values.Role;
import org.virtualwindow.server.licence.RegisterAnswer;
import org.virtualwindow.server.licence.RegisterQuery;
import org.virtualwindow.server.licence.Registers;
import org.virtualwindow.server.room.Lookups.Inquiry;

/**
 * Asks authorities once the applicant's word for it is on disk, outside of the room's mailbox, and brings the answer back into it. Each
 * word has one query: one whose answer was lost with a stop of the server ends as unavailable.
 */
final class RoomLookups {
    private static final Logger log = LoggerFactory.getLogger(RoomLookups.class);
    private static final Author SYSTEM = new Author(Role.SYSTEM, "room", "");
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final RoomId id;
    private final Executor mailbox;
    private final Executor background;
    private final Matter matter;
    private final Registers registers;
    private final InstantSource clock;

    RoomLookups(
            RoomId id, Executor mailbox, Executor background, Matter matter, Registers registers, InstantSource clock) {
        this.id = id;
        this.mailbox = mailbox;
        this.background = background;
        this.matter = matter;
        this.registers = registers;
        this.clock = clock;
    }

    /** Called in the mailbox, after every change that is on disk. */
    void changed(RoomState before, RoomState after) {
        if (before.lookups() == after.lookups()) {
            return;
        }
        after.lookups().all().forEach((lookup, each) -> {
            boolean ran = before.lookups().find(lookup).filter(Inquiry::runs).isPresent();
            if (each.runs() && !ran) {
                LookupRules.query(id, after, lookup)
                        .ifPresent(query -> background.execute(() -> answered(lookup, ask(query))));
            }
        });
    }

    private RegisterAnswer ask(RegisterQuery query) {
        try {
            return registers.ask(query);
        } catch (RuntimeException e) {
            log.error("{} failed", query, e);
            return new RegisterAnswer.Unavailable(LookupTrouble.NOT_REACHED);
        }
    }

    private void answered(LookupId lookup, RegisterAnswer answer) {
        mailbox.execute(() -> {
            RoomState room = matter.state();
            if (!room.ended()
                    && room.lookups().find(lookup).filter(Inquiry::runs).isPresent()) {
                LocalDate today = LocalDate.ofInstant(clock.instant(), CHINA);
                ends(lookup, LookupRules.judged(room, lookup, answer, today));
            }
        });
    }

    /** The room was read from the journal: whoever was asked before answers to nobody. */
    void interrupted() {
        mailbox.execute(() -> matter.state().lookups().all().forEach((lookup, each) -> {
            if (each.runs()) {
                ends(lookup, LookupAnswer.unavailable(LookupTrouble.INTERRUPTED));
            }
        }));
    }

    private void ends(LookupId lookup, LookupAnswer answer) {
        matter.happen(SYSTEM, null, List.of(new RoomEvent.LookupEnded(lookup, answer)), List.of());
    }
}
