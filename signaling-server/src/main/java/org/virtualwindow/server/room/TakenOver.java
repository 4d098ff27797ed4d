package org.virtualwindow.server.room;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.virtualwindow.protocol.FieldState;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomMessage.ChatLine;
import org.virtualwindow.protocol.ServiceItem.Prefilled;
import org.virtualwindow.protocol.ServiceItem.What;
import org.virtualwindow.protocol.ids.HelperId;
import org.virtualwindow.protocol.values.Author;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.FieldValue;
import org.virtualwindow.protocol.values.Role;
import org.virtualwindow.protocol.values.Source;
import org.virtualwindow.server.form.FormState;

/**
 * What the next matter of a visit takes over: who sits at the kiosk, what was said, and of the person whatever both packages name in
 * {@code prefill}, and the rows for which the next package's tables ask ({@link TakenRows}). No declaration, no permission, no secret,
 * and nothing that a clerk wrote and the applicant has not yet confirmed. Pure.
 */
final class TakenOver {
    /** Enough to see what was talked about; the whole stays where it was said. */
    static final int LATEST_LINES = 50;

    private TakenOver() {}

    /** @param at when it happened first, where it is told again */
    record Entry(Author by, Optional<Instant> at, RoomEvent event) {}

    /** @param empty the next form before anything is in it */
    static List<Entry> from(RoomState before, FormState empty) {
        Author applicant = new Author(Role.APPLICANT, before.kiosk().value(), "");
        List<Entry> entries = new ArrayList<>();
        before.helper().ifPresent(helper -> entries.addAll(helper(before, helper)));
        before.chat().stream()
                .skip(Math.max(0, before.chat().size() - LATEST_LINES))
                .forEach(line -> entries.add(said(line)));
        values(before.form(), empty)
                .forEach((path, value) -> entries.add(new Entry(
                        applicant,
                        Optional.empty(),
                        new RoomEvent.FieldSet(path, value, 1L, Source.EARLIER, Optional.empty()))));
        FormState form = after(empty, entries);
        TakenRows.events(form, TakenRows.known(before.form()), Source.EARLIER)
                .forEach(event -> entries.add(new Entry(applicant, Optional.empty(), event)));
        return entries;
    }

    private static FormState after(FormState empty, List<Entry> entries) {
        FormState form = empty;
        for (Entry entry : entries) {
            if (entry.event() instanceof RoomEvent.FieldSet set) {
                form = form.set(set.path(), set.value(), set.source(), entry.by(), Instant.EPOCH);
            }
        }
        return form;
    }

    private static List<Entry> helper(RoomState before, Author helper) {
        Author system = new Author(Role.SYSTEM, "room", "");
        RoomEvent arrived = new RoomEvent.HelperArrived(new HelperId(helper.id()), helper.name());
        return before.atKiosk() == Role.HELPER
                ? List.of(new Entry(system, Optional.empty(), arrived))
                : List.of(
                        new Entry(system, Optional.empty(), arrived),
                        new Entry(system, Optional.empty(), new RoomEvent.HandedOver(before.atKiosk())));
    }

    private static Entry said(ChatLine line) {
        return new Entry(line.by(), Optional.of(line.at()), new RoomEvent.Said(line.text()));
    }

    /** A field may be shown only when another is filled: each is tried again after every one that fits. */
    private static Map<FieldPath, FieldValue> values(FormState before, FormState empty) {
        Map<What, FieldValue> known = known(before);
        List<Prefilled> open = new ArrayList<>(empty.item().prefill());
        Map<FieldPath, FieldValue> taken = new LinkedHashMap<>();
        FormState form = empty;
        boolean more = true;
        while (more) {
            more = false;
            for (Prefilled each : List.copyOf(open)) {
                FieldValue value = known.get(each.what());
                if (value != null
                        && !form.secret(each.path())
                        && form.refusal(each.path(), form.normalised(each.path(), value))
                                .isEmpty()) {
                    FieldValue tidy = form.normalised(each.path(), value);
                    form = form.set(
                            each.path(), tidy, Source.EARLIER, new Author(Role.APPLICANT, "", ""), Instant.EPOCH);
                    taken.put(each.path(), tidy);
                    open.remove(each);
                    more = true;
                }
            }
        }
        return taken;
    }

    /** What a form says of the person as the applicant's own: shown, no secret, and nothing of a clerk's that was not called right. */
    static Map<What, FieldValue> known(FormState before) {
        Set<FieldPath> own = new HashSet<>(before.shown());
        own.removeAll(before.unconfirmed());
        Map<What, FieldValue> known = new EnumMap<>(What.class);
        for (Prefilled each : before.item().prefill()) {
            before.field(each.path())
                    .filter(_ -> own.contains(each.path()) && !before.secret(each.path()))
                    .map(FieldState::value)
                    .filter(value -> !value.isEmpty())
                    .ifPresent(value -> known.putIfAbsent(each.what(), value));
        }
        return known;
    }
}
