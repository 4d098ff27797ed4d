package org.virtualwindow.server.room;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import org.virtualwindow.protocol.Licence;
import org.virtualwindow.protocol.LookupAnswer;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomMessage.LookupView;
import org.virtualwindow.protocol.ids.LookupId;
import org.virtualwindow.protocol.values.LookupEnd;
import org.virtualwindow.protocol.values.Role;

/**
 * Every lookup at an authority in a room, as its events made it. Immutable.
 *
 * @param all in the order in which they were asked for
 */
record Lookups(SequencedMap<LookupId, Inquiry> all) {
    static final Lookups NONE = new Lookups(new LinkedHashMap<>());

    private static final int SHOWN_DIGITS = 4;

    /**
     * @param by who asked for it
     * @param allowed the applicant agreed
     * @param endedAt when it was over, and {@code answer} how
     */
    record Inquiry(String code, Role by, boolean allowed, Optional<Instant> endedAt, Optional<LookupAnswer> answer) {
        boolean waits() {
            return !allowed && answer.isEmpty();
        }

        boolean runs() {
            return allowed && answer.isEmpty();
        }

        boolean open() {
            return answer.isEmpty();
        }

        /** The authority said something of what was sent to it. */
        boolean saysSomething() {
            return answer.filter(each -> switch (each.how()) {
                        case FOUND, NOT_FOUND, DIFFERS, EXPIRED -> true;
                        case UNAVAILABLE, REFUSED, CANCELLED, STALE, REJECTED -> false;
                    })
                    .isPresent();
        }

        boolean found() {
            return answer.filter(each -> each.how() == LookupEnd.FOUND).isPresent();
        }
    }

    Lookups asked(RoomEvent.LookupAsked asked, Role by) {
        SequencedMap<LookupId, Inquiry> longer = new LinkedHashMap<>(all);
        longer.put(asked.lookup(), new Inquiry(asked.code(), by, false, Optional.empty(), Optional.empty()));
        return new Lookups(longer);
    }

    Lookups allowed(RoomEvent.LookupAllowed allowed) {
        return changed(
                allowed.lookup(), each -> new Inquiry(each.code(), each.by(), true, each.endedAt(), each.answer()));
    }

    Lookups ended(RoomEvent.LookupEnded ended, Instant at) {
        return changed(
                ended.lookup(),
                each -> new Inquiry(
                        each.code(), each.by(), each.allowed(), Optional.of(at), Optional.of(ended.answer())));
    }

    Optional<Inquiry> find(LookupId lookup) {
        return Optional.ofNullable(all.get(lookup));
    }

    /** The latest of a code. */
    Optional<Inquiry> last(String code) {
        return all.reversed().values().stream()
                .filter(each -> each.code().equals(code))
                .findFirst();
    }

    /** Whether it was found, and that still holds. */
    boolean found(String code) {
        return last(code).filter(Inquiry::found).isPresent();
    }

    /** Empty where there were none. */
    Optional<List<LookupView>> view(Role role) {
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(all.entrySet().stream()
                        .map(entry -> new LookupView(
                                entry.getKey(),
                                entry.getValue().code(),
                                entry.getValue().by(),
                                entry.getValue().allowed(),
                                entry.getValue().endedAt(),
                                entry.getValue().answer().map(answer -> seen(answer, role))))
                        .toList());
    }

    /** Of the number of a licence a clerk sees the last characters. */
    static LookupAnswer seen(LookupAnswer answer, Role role) {
        return role == Role.CLERK ? answer.with(Lookups::masked) : answer;
    }

    private static Licence masked(Licence licence) {
        return licence.as(licence.number().map(number -> {
            int shown = number.length() > 2 * SHOWN_DIGITS ? SHOWN_DIGITS : 0;
            int hidden = number.length() - shown;
            return "*".repeat(hidden) + number.substring(hidden);
        }));
    }

    private Lookups changed(LookupId lookup, UnaryOperator<Inquiry> change) {
        SequencedMap<LookupId, Inquiry> changed = new LinkedHashMap<>(all);
        changed.computeIfPresent(lookup, (_, each) -> Objects.requireNonNull(change.apply(each)));
        return new Lookups(changed);
    }
}
