package org.virtualwindow.server.room;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.protocol.FieldState;
import org.virtualwindow.protocol.Presentation;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomMessage.OpenSuggestion;
import org.virtualwindow.protocol.RoomOperation;
import org.virtualwindow.protocol.ServiceItem.Prefilled;
import org.virtualwindow.protocol.ServiceItem.What;
import org.virtualwindow.protocol.ids.SuggestionId;
import org.virtualwindow.protocol.values.Author;
import org.virtualwindow.protocol.values.ChatText;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.FieldValue;
import org.virtualwindow.protocol.values.Issue;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.protocol.values.Role;
import org.virtualwindow.protocol.values.Source;
import org.virtualwindow.server.form.IssueCode;

/**
 * What papers say of the applicant, in the fields that the package names for it. Whatever somebody wrote stays: beside it the
 * other value is proposed, and one touch chooses. What is not as the card says needs a reason. Pure but for the locks.
 */
final class PrefillRules {
    /** What an identity card says of its holder. */
    private static final Set<What> ON_CARD =
            EnumSet.of(What.NAME, What.ID_TYPE, What.ID_NO, What.SEX, What.BIRTH, What.ETHNIC, What.HUKOU_ADDRESS);

    private PrefillRules() {}

    /** Whether a card would fill in anything here. */
    static boolean readsCard(RoomState room) {
        return room.form().item().prefill().stream().anyMatch(each -> ON_CARD.contains(each.what()));
    }

    /** Another card takes the place of what the one before had filled in. */
    static Decision cardRead(RoomState room, FieldLocks locks, Author by, RoomEvent.CardRead read, Instant now) {
        if (room.filed().isPresent()) {
            return Decision.refuse(Refusal.SUBMITTED);
        }
        if (!readsCard(room)) {
            return Decision.refuse(Refusal.UNKNOWN); // nobody needs what it says, so it is not kept
        }
        Person person = Person.of(read);
        List<RoomEvent> events = new ArrayList<>();
        events.add(read);
        events.addAll(fill(room, locks, by, Source.CARD, person.card(), now));
        if (room.presented().filter(Presentation.CardAsked.class::isInstance).isPresent()) {
            events.add(new RoomEvent.PresentationEnded());
        }
        return new Decision.Happens(andWhatAppears(room, locks, by, person, events, now));
    }

    /** What the card says it says best. Refused as a whole while somebody else writes where rows would come. */
    static Decision earlierTaken(
            RoomState room, FieldLocks locks, Author by, RoomEvent.EarlierTaken taken, Instant now) {
        if (room.filed().isPresent()) {
            return Decision.refuse(Refusal.SUBMITTED);
        }
        if (by.role() == Role.HELPER) {
            return Decision.refuse(Refusal.HELPER_MAY_NOT);
        }
        if (room.person().isEmpty()) {
            return Decision.refuse(Refusal.UNKNOWN);
        }
        Person known = room.person().get().with(taken);
        Map<What, FieldValue> says = new EnumMap<>(What.class);
        says.putAll(known.earlierSays());
        says.keySet().removeAll(known.card().keySet());
        List<RoomEvent> rows = TakenRows.events(room.form(), taken.rows().orElse(List.of()), Source.EARLIER_CASE);
        Optional<Instant> held = heldIn(rows, locks, by, now);
        if (held.isPresent()) {
            return new Decision.Refuses(Refusal.LOCKED, Optional.empty(), List.of(), held);
        }
        List<RoomEvent> events = new ArrayList<>();
        events.add(taken);
        events.addAll(fill(room, locks, by, Source.EARLIER_CASE, says, now));
        for (RoomEvent event : rows) {
            events.addAll(
                    event instanceof RoomEvent.FieldSet set
                            ? RoomRules.written(room, set).events()
                            : List.of(event));
        }
        return new Decision.Happens(events);
    }

    /** Until when somebody else writes in one of these cells: rows come whole or, once that is over, later. */
    private static Optional<Instant> heldIn(List<RoomEvent> rows, FieldLocks locks, Author by, Instant now) {
        return rows.stream()
                .filter(RoomEvent.FieldSet.class::isInstance)
                .flatMap(set -> locks.heldAgainst(by, ((RoomEvent.FieldSet) set).path(), now).stream())
                .findFirst();
    }

    /** What happens, and what a card fills in because it makes fields appear. What a clerk does fills in nothing. */
    static Decision appearing(RoomState room, FieldLocks locks, Author by, Decision decision, Instant now) {
        if (room.person().isEmpty()
                || by.role() == Role.CLERK
                || !(decision instanceof Decision.Happens(List<RoomEvent> events))) {
            return decision;
        }
        return new Decision.Happens(
                andWhatAppears(room, locks, by, room.person().get(), events, now));
    }

    private static List<RoomEvent> andWhatAppears(
            RoomState room, FieldLocks locks, Author by, Person person, List<RoomEvent> events, Instant now) {
        RoomState after = room;
        for (RoomEvent event : events) {
            after = after.apply(0, now, by, event);
        }
        List<RoomEvent> more = new ArrayList<>(events);
        for (Prefilled each : room.form().item().prefill()) {
            FieldValue says = person.card().get(each.what());
            boolean appears = room.form().refusal(each.path(), FieldValue.EMPTY).isPresent()
                    && after.form().revOf(each.path()) == 0;
            if (says != null && appears) {
                more.addAll(fill(after, locks, by, Source.CARD, each.path(), says, now));
            }
        }
        return more;
    }

    /** Where something stands already, it stands for what was said. */
    static Decision told(RoomState room, RoomOperation.Tell tell) {
        boolean asked = room.form().item().guide().contains(tell.path());
        Optional<Refusal> refusal =
                asked ? room.form().refusal(tell.path(), tell.value()) : Optional.of(Refusal.UNKNOWN);
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        return room.form().revOf(tell.path()) > 0
                ? Decision.happens()
                : RoomRules.written(
                        room,
                        new RoomEvent.FieldSet(
                                tell.path(),
                                room.form().normalised(tell.path(), tell.value()),
                                1L,
                                Source.GUIDE,
                                Optional.empty()));
    }

    private static List<RoomEvent> fill(
            RoomState room, FieldLocks locks, Author by, Source source, Map<What, FieldValue> says, Instant now) {
        List<RoomEvent> events = new ArrayList<>();
        for (Prefilled each : room.form().item().prefill()) {
            FieldValue value = says.get(each.what());
            if (value != null) {
                events.addAll(fill(room, locks, by, source, each.path(), value, now));
            }
        }
        return events;
    }

    private static List<RoomEvent> fill(
            RoomState room, FieldLocks locks, Author by, Source source, FieldPath path, FieldValue says, Instant now) {
        FieldValue value = room.form().normalised(path, says);
        if (value.isEmpty() || room.form().refusal(path, value).isPresent()) {
            return List.of();
        }
        FieldState stands = room.form().field(path).orElse(null);
        if (stands != null && stands.value().equals(value)) {
            return source == Source.CARD && stands.source() != Source.CARD
                    ? RoomRules.written(room, set(room, path, value, source)).events()
                    : List.of();
        }
        boolean free = stands == null || stands.value().isEmpty() || source == Source.CARD && stands.source() == source;
        if (free && locks.heldAgainst(by, path, now).isEmpty()) {
            return RoomRules.written(room, set(room, path, value, source)).events();
        }
        return source != Source.CARD && isCards(stands) ? List.of() : proposed(room, path, value, source);
    }

    private static boolean isCards(@Nullable FieldState stands) {
        return stands != null && stands.source() == Source.CARD;
    }

    private static RoomEvent.FieldSet set(RoomState room, FieldPath path, FieldValue value, Source source) {
        return new RoomEvent.FieldSet(path, value, room.form().revOf(path) + 1, source, Optional.empty());
    }

    private static List<RoomEvent> proposed(RoomState room, FieldPath path, FieldValue value, Source source) {
        List<RoomEvent> events = new ArrayList<>(SuggestionRules.stale(room, path));
        events.add(new RoomEvent.SuggestionMade(
                new SuggestionId(source.name() + path.value().replace('/', '-')),
                path,
                value,
                room.form().revOf(path),
                Optional.empty(),
                Optional.of(source)));
        return events;
    }

    /** Whether the card says something else. Where nothing is written nothing is contradicted. */
    static boolean differs(RoomState room, FieldPath path, FieldValue value) {
        return !value.isEmpty()
                && cardSays(room, path).filter(says -> !says.equals(value)).isPresent();
    }

    /** The reason that is kept with a value: the one given now, or else the one given before; none where none is needed. */
    static Optional<ChatText> reason(RoomState room, FieldPath path, FieldValue value, Optional<ChatText> given) {
        return differs(room, path, value) ? given.or(() -> reasonAt(room, path)) : Optional.empty();
    }

    static Optional<ChatText> reasonAt(RoomState room, FieldPath path) {
        return room.form().field(path).flatMap(FieldState::reason);
    }

    /** The first character of the applicant's name, by their card or by what they wrote, as it may be read of somebody who is away. */
    static String maskedName(RoomState room) {
        return room.person()
                .map(known -> known.card().get(What.NAME))
                .or(() -> room.form().item().prefill().stream()
                        .filter(each -> each.what() == What.NAME)
                        .flatMap(each -> room.form().field(each.path()).stream())
                        .map(FieldState::value)
                        .findFirst())
                .map(FieldValue::text)
                .filter(name -> !name.isEmpty())
                .map(name -> Character.toString(name.codePointAt(0)) + "**")
                .orElse("");
    }

    /** A value that is as the card says is the card's, whoever wrote it. */
    static Source sourceOf(RoomState room, FieldPath path, FieldValue value, Source otherwise) {
        return cardSays(room, path).filter(value::equals).isPresent() ? Source.CARD : otherwise;
    }

    /**
     * Whether a card was read and the form is about its holder: the number that stands where the card fills it in is the card's. Where
     * none was ever written nothing is contradicted.
     */
    static boolean isOfCard(RoomState room) {
        return room.person().isPresent()
                && room.form().item().prefill().stream()
                        .filter(each -> each.what() == What.ID_NO)
                        .flatMap(each -> room.form().field(each.path()).stream()
                                .map(state -> isCards(state) && !differs(room, each.path(), state.value())))
                        .allMatch(says -> says);
    }

    /** Proposed by the card: to pass it over is to say why. */
    static boolean ofCard(RoomState room, SuggestionId suggestion) {
        OpenSuggestion open = room.suggestions().get(suggestion);
        return open != null && open.source().equals(Optional.of(Source.CARD));
    }

    /** What papers propose the applicant alone takes or passes over; until then no clerk proposes anything else there. */
    static boolean isForApplicant(RoomState room, RoomOperation operation) {
        return room.suggestions().values().stream()
                .filter(open -> open.source().isPresent())
                .anyMatch(open -> switch (operation) {
                    case RoomOperation.RetractSuggestion retract ->
                        open.suggestion().equals(retract.suggestion());
                    case RoomOperation.Suggest suggest -> open.path().equals(suggest.path());
                    default -> false;
                });
    }

    /** What is not as the card says while nobody has said why. */
    static List<Issue> issues(RoomState room) {
        if (room.person().isEmpty()) {
            return List.of();
        }
        return room.form().item().prefill().stream()
                .map(Prefilled::path)
                .filter(path -> room.form()
                        .field(path)
                        .filter(state -> state.reason().isEmpty() && differs(room, path, state.value()))
                        .isPresent())
                .map(path -> new Issue(path, IssueCode.CARD_DIFFERS.code(), Map.of()))
                .toList();
    }

    /** What the card says of this field, as the field keeps it; empty also where it cannot stand there. */
    private static Optional<FieldValue> cardSays(RoomState room, FieldPath path) {
        return room.person()
                .flatMap(known -> room.form().item().prefill().stream()
                        .filter(each -> each.path().equals(path))
                        .flatMap(each -> Optional.ofNullable(known.card().get(each.what())).stream())
                        .findFirst())
                .map(says -> room.form().normalised(path, says))
                .filter(says -> room.form().refusal(path, says).isEmpty());
    }
}
