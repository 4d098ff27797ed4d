package org.virtualwindow.server.room;

import static org.virtualwindow.server.room.Decision.happens;
import static org.virtualwindow.server.room.Decision.refuse;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.virtualwindow.protocol.Licence;
import org.virtualwindow.protocol.LookupAnswer;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomOperation;
import org.virtualwindow.protocol.ServiceItem.Lookup;
import org.virtualwindow.protocol.ServiceItem.What;
import org.virtualwindow.protocol.ids.LookupId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.values.Author;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.FieldValue;
import org.virtualwindow.protocol.values.Issue;
import org.virtualwindow.protocol.values.LocalText;
import org.virtualwindow.protocol.values.LookupEnd;
import org.virtualwindow.protocol.values.LookupTrouble;
import org.virtualwindow.protocol.values.MaterialWord;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.protocol.values.Role;
import org.virtualwindow.server.form.MaterialNeed;
import org.virtualwindow.server.licence.RegisterAnswer;
import org.virtualwindow.server.licence.RegisterQuery;
import org.virtualwindow.server.room.Checklist.Entry;
import org.virtualwindow.server.room.Lookups.Inquiry;

/** When an authority may be asked, and what its answer means here. Pure. */
final class LookupRules {
    /** Whoever enters a room is shown all of them. */
    static final int MOST = 50;

    /** What authorities call the other thing that an identity card says of its holder. */
    private static final String NAME = "name";

    private LookupRules() {}

    /** What would go to the authority. */
    private record Subject(Map<String, String> holder, Map<String, String> compares) {}

    static Decision decide(RoomState room, Author by, RoomOperation.OnLookups operation) {
        return switch (operation) {
            case RoomOperation.AskLookup ask ->
                refusal(room, ask)
                        .map(Decision::refuse)
                        .orElseGet(() -> happens(new RoomEvent.LookupAsked(ask.lookup(), ask.code())));
            case RoomOperation.AllowLookup allow -> allow(room, allow.lookup());
            case RoomOperation.RefuseLookup no ->
                room.lookups().find(no.lookup()).filter(Inquiry::waits).isPresent()
                        ? happens(ended(no.lookup(), LookupEnd.REFUSED))
                        : refuse(Refusal.UNKNOWN);
            case RoomOperation.StopLookup stop ->
                room.lookups()
                        .find(stop.lookup())
                        .map(each -> each.open() ? happens(ended(stop.lookup(), LookupEnd.CANCELLED)) : happens())
                        .orElse(refuse(Refusal.UNKNOWN));
            case RoomOperation.RejectLicence reject -> LicenceRules.reject(room, reject);
        };
    }

    private static Optional<Refusal> refusal(RoomState room, RoomOperation.AskLookup ask) {
        if (defined(room, ask.code()).isEmpty()) {
            return Optional.of(Refusal.UNKNOWN);
        }
        boolean already = room.lookups().find(ask.lookup()).isPresent()
                || room.lookups()
                        .last(ask.code())
                        .filter(each -> each.open() || each.found())
                        .isPresent();
        if (already) {
            return Optional.of(Refusal.ALREADY);
        }
        if (room.lookups().all().size() >= MOST) {
            return Optional.of(Refusal.TOO_MANY);
        }
        return subject(room, ask.code()).isPresent()
                ? Optional.empty()
                : Optional.of(isSomebodyElses(room, ask.code()) ? Refusal.DENIED : Refusal.INCOMPLETE);
    }

    private static Decision allow(RoomState room, LookupId lookup) {
        return room.lookups()
                .find(lookup)
                .filter(Inquiry::open)
                .map(each -> each.waits() ? happens(new RoomEvent.LookupAllowed(lookup)) : happens())
                .orElse(refuse(Refusal.UNKNOWN));
    }

    /** A lookup of the item that this matter has a use for. */
    private static Optional<Lookup> defined(RoomState room, String code) {
        return room.form().item().lookups().orElse(List.of()).stream()
                .filter(each -> each.code().equals(code))
                .filter(each -> each.material()
                        .map(material -> MaterialRules.wanted(room, material).isPresent())
                        .orElse(true))
                .findFirst();
    }

    static Optional<String> material(RoomState room, String code) {
        return defined(room, code).flatMap(Lookup::material);
    }

    /** Empty while something of it is not filled in, or not right, or no card was read that says it is the applicant's. */
    private static Optional<Subject> subject(RoomState room, String code) {
        return defined(room, code)
                .flatMap(lookup -> holder(room, lookup)
                        .filter(whose -> isApplicants(room, whose))
                        .flatMap(whose -> values(room, lookup.compares().orElse(Map.of()))
                                .map(compared -> new Subject(whose, compared))));
    }

    private static Optional<Map<String, String>> holder(RoomState room, Lookup lookup) {
        return lookup.holder().isPresent() ? values(room, lookup.holder().get()) : byCard(room);
    }

    /** Only of themselves does somebody let look up what is kept of people. */
    private static boolean isApplicants(RoomState room, Map<String, String> holder) {
        return byCard(room)
                .map(card -> card.get(Lookup.ID_NO))
                .filter(number -> number.equals(holder.get(Lookup.ID_NO)))
                .isPresent();
    }

    private static boolean isSomebodyElses(RoomState room, String code) {
        return byCard(room).isPresent()
                && defined(room, code)
                        .flatMap(lookup -> holder(room, lookup))
                        .filter(whose -> !isApplicants(room, whose))
                        .isPresent();
    }

    private static Optional<Map<String, String>> values(RoomState room, Map<String, FieldPath> fields) {
        Map<String, String> shown = room.form().filed();
        Set<FieldPath> wrong =
                room.issues(Role.APPLICANT).stream().map(Issue::path).collect(Collectors.toSet());
        Map<String, String> found = new LinkedHashMap<>();
        fields.forEach((name, path) -> {
            String value = shown.get(path.value());
            if (value != null && !wrong.contains(path)) {
                found.put(name, value);
            }
        });
        return found.size() == fields.size() ? Optional.of(found) : Optional.empty();
    }

    private static Optional<Map<String, String>> byCard(RoomState room) {
        return room.person().map(Person::card).flatMap(card -> {
            FieldValue name = card.get(What.NAME);
            FieldValue number = card.get(What.ID_NO);
            return name == null || number == null
                    ? Optional.empty()
                    : Optional.of(Map.of(NAME, name.text(), Lookup.ID_NO, number.text()));
        });
    }

    /** What the authority is asked now, for a lookup that the applicant has agreed to. */
    static Optional<RegisterQuery> query(RoomId id, RoomState room, LookupId lookup) {
        return room.lookups()
                .find(lookup)
                .filter(Inquiry::runs)
                .flatMap(each -> defined(room, each.code())
                        .flatMap(defined -> subject(room, each.code())
                                .map(subject -> new RegisterQuery(
                                        nameOf(id, lookup),
                                        defined.register(),
                                        room.form().item().item(),
                                        room.owner(),
                                        defined.purpose().zh(),
                                        subject.holder(),
                                        subject.compares()))));
    }

    /** The same for the same lookup, and tells the authority nothing of the room. */
    private static String nameOf(RoomId room, LookupId lookup) {
        return UUID.nameUUIDFromBytes((room.value() + " " + lookup.value()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** What an answer means, by what was asked: somebody else's licence is none. */
    static LookupAnswer judged(RoomState room, LookupId lookup, RegisterAnswer answer, LocalDate today) {
        String code = room.lookups().find(lookup).map(Inquiry::code).orElse("");
        Optional<Lookup> defined = defined(room, code);
        Optional<Subject> subject = subject(room, code);
        if (defined.isEmpty() || subject.isEmpty()) {
            return LookupAnswer.of(LookupEnd.STALE);
        }
        return switch (answer) {
            case RegisterAnswer.NotFound _ -> LookupAnswer.of(LookupEnd.NOT_FOUND);
            case RegisterAnswer.Unavailable(LookupTrouble why) -> LookupAnswer.unavailable(why);
            case RegisterAnswer.Differs(List<String> names) -> LookupAnswer.differs(fields(defined.get(), names));
            case RegisterAnswer.Found found -> found(defined.get(), subject.get(), found, today);
        };
    }

    private static LookupAnswer found(Lookup defined, Subject subject, RegisterAnswer.Found found, LocalDate today) {
        boolean licence = defined.material().isPresent();
        boolean theirs = subject.holder().entrySet().stream()
                .allMatch(each -> each.getValue().equals(found.holder().get(each.getKey()))
                        || !licence && !found.holder().containsKey(each.getKey()));
        if (!theirs || licence && found.licence().isEmpty()) {
            return LookupAnswer.unavailable(LookupTrouble.NOT_UNDERSTOOD);
        }
        if (!licence) {
            return LookupAnswer.found(Optional.empty());
        }
        Licence paper = found.licence().get();
        return isInForce(paper, today) ? LookupAnswer.found(Optional.of(paper)) : LookupAnswer.expired(paper);
    }

    private static boolean isInForce(Licence licence, LocalDate day) {
        return licence.validFrom()
                        .filter(from -> LocalDate.parse(from).isAfter(day))
                        .isEmpty()
                && licence.validUntil()
                        .filter(until -> LocalDate.parse(until).isBefore(day))
                        .isEmpty();
    }

    private static List<FieldPath> fields(Lookup defined, List<String> names) {
        return Stream.concat(
                        defined.holder().orElse(Map.of()).entrySet().stream(),
                        defined.compares().orElse(Map.of()).entrySet().stream())
                .filter(each -> names.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .distinct()
                .sorted((one, other) -> one.value().compareTo(other.value()))
                .toList();
    }

    /** Whether a licence that was found, and still holds, is there in the place of this material. */
    static boolean fulfils(RoomState room, String material) {
        return licence(room, material).isPresent();
    }

    /** The materials that are there as an e-licence, and who keeps it. */
    static List<LocalText> fulfilled(RoomState room) {
        return room.form().item().materials().stream()
                .filter(material -> MaterialNeed.of(room.form(), material) != MaterialNeed.EXEMPT)
                .filter(material -> isByLicence(room, material.code()))
                .flatMap(material -> room.form().item().lookups().orElse(List.of()).stream()
                        .filter(each -> each.material().equals(Optional.of(material.code())))
                        .map(each -> new LocalText(
                                material.name().zh() + "（" + each.keeper().zh() + "）",
                                material.name().en() + " (" + each.keeper().en() + ")")))
                .toList();
    }

    /** Nobody said more of it than that it is there like this. */
    private static boolean isByLicence(RoomState room, String material) {
        boolean unsaid = room.checklist().of(material).word() == MaterialWord.OPEN;
        return MaterialRules.isThereAsLicence(room, material) && (unsaid || isPassedUnseen(room, material));
    }

    /** It passed, and nothing but what was found was there to be seen. */
    static boolean isPassedUnseen(RoomState room, String material) {
        Entry entry = room.checklist().of(material);
        return entry.word() == MaterialWord.PASSED && entry.pages().isEmpty();
    }

    /** The licence that is there in the place of this material. */
    static Optional<Licence> licence(RoomState room, String material) {
        return room.form().item().lookups().orElse(List.of()).stream()
                .filter(each -> each.material().equals(Optional.of(material)))
                .flatMap(each -> room.lookups().last(each.code()).stream())
                .filter(Inquiry::found)
                .flatMap(each -> each.answer().stream())
                .flatMap(answer -> answer.licence().stream())
                .findFirst();
    }

    /**
     * What was agreed to, or found, was so for what stood in the form: that is over once something else does, and a material that
     * passed by a licence alone is open again. And what is filed is filed without what has not come by then.
     */
    static List<RoomEvent> lapsing(RoomState before, RoomState after) {
        if (before.filed().isEmpty() && after.filed().isPresent()) {
            return forgotten(after);
        }
        if (before.lookups().all().isEmpty()
                || before.form() == after.form() && before.person().equals(after.person())) {
            return List.of();
        }
        List<RoomEvent> events = new ArrayList<>();
        after.lookups().all().forEach((id, each) -> {
            boolean same = defined(before, each.code()).equals(defined(after, each.code()))
                    && subject(before, each.code()).equals(subject(after, each.code()));
            if (!same && (each.open() || each.saysSomething())) {
                events.add(ended(id, LookupEnd.STALE));
            }
            if (!same && each.found()) {
                material(before, each.code())
                        .filter(material -> isPassedUnseen(after, material))
                        .ifPresent(material -> events.add(new RoomEvent.MaterialJudged(material, MaterialWord.OPEN)));
            }
        });
        return events;
    }

    /** A clerk leaves, or may not see the form any more: what they asked for and nobody agreed to yet is over. */
    static List<RoomEvent> withdrawn(RoomState room) {
        return cancelled(room, LookupRules::isClerks);
    }

    /** The visit is over, and with it what else is open. */
    static List<RoomEvent> visitEnds(RoomState room) {
        return cancelled(room, each -> !isClerks(each));
    }

    /** Somebody else may stand at the kiosk by now: nobody is asked, and nothing is kept of what was. */
    static List<RoomEvent> forgotten(RoomState room) {
        return cancelled(room, _ -> true);
    }

    private static boolean isClerks(Inquiry lookup) {
        return lookup.waits() && lookup.by() == Role.CLERK;
    }

    private static List<RoomEvent> cancelled(RoomState room, Predicate<Inquiry> which) {
        List<RoomEvent> events = new ArrayList<>();
        room.lookups().all().forEach((id, each) -> {
            if (each.open() && which.test(each)) {
                events.add(ended(id, LookupEnd.CANCELLED));
            }
        });
        return events;
    }

    private static RoomEvent ended(LookupId lookup, LookupEnd how) {
        return new RoomEvent.LookupEnded(lookup, LookupAnswer.of(how));
    }
}
