package org.virtualwindow.server.room;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.virtualwindow.protocol.Presentation;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomMessage.ChatLine;
import org.virtualwindow.protocol.RoomMessage.FiledCase;
import org.virtualwindow.protocol.RoomMessage.OpenSuggestion;
import org.virtualwindow.protocol.RoomMessage.SeatedClerk;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.ids.SuggestionId;
import org.virtualwindow.protocol.values.Author;
import org.virtualwindow.protocol.values.GrantScope;
import org.virtualwindow.protocol.values.Issue;
import org.virtualwindow.protocol.values.Role;
import org.virtualwindow.server.form.FormState;
import org.virtualwindow.server.form.ItemPackage;
import org.virtualwindow.server.form.Migration;
import org.virtualwindow.server.form.Seal;

/**
 * Everything durable about a room, as its events made it. Immutable.
 *
 * @param itemHash which package the room goes by; empty in rooms that are older than packages' hashes, and for a question
 * @param migrationOffered the hash of the package that the clerk proposes to go on by
 * @param after the room of the same visit that came before it
 * @param ladder how far the clerk may go; a new clerk finds what calling gives
 * @param epoch counts the clerks seated so far
 * @param person who applies, once their card was read
 * @param visits how the applicant comes and goes
 * @param uses of the kiosk's devices
 * @param checklist what is there of the item's materials
 * @param lookups at authorities
 * @param atKiosk who types and presses at the kiosk: the applicant, or the helper for them
 */
record RoomState(
        FormState form,
        Optional<String> itemHash,
        Optional<String> salt,
        Optional<RoomId> after,
        CentreId near,
        CentreId owner,
        KioskId kiosk,
        SequencedMap<SuggestionId, OpenSuggestion> suggestions,
        Ladder ladder,
        List<ChatLine> chat,
        SequencedSet<String> declared,
        Optional<Author> helper,
        Role atKiosk,
        Optional<SeatedClerk> clerk,
        long epoch,
        Optional<FiledCase> filed,
        Optional<Presentation> presented,
        Optional<String> migrationOffered,
        List<Moved> migrations,
        Optional<Person> person,
        Comings visits,
        Uses uses,
        Checklist checklist,
        Lookups lookups,
        boolean ended) {

    /**
     * The room went on by a newer package.
     *
     * @param declared what was declared before
     */
    record Moved(Migration migration, List<String> declared) {}

    /** The room its first event opens. */
    static RoomState open(RoomEvent.RoomOpened opened, FormState form) {
        return new RoomState(
                form,
                opened.itemHash(),
                opened.salt(),
                opened.after(),
                opened.near(),
                opened.owner(),
                opened.kiosk(),
                new LinkedHashMap<>(),
                Ladder.without(opened.withdrawn()),
                List.of(),
                new LinkedHashSet<>(),
                Optional.empty(),
                Role.APPLICANT,
                Optional.empty(),
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Comings.FIRST,
                Uses.NONE,
                Checklist.EMPTY,
                Lookups.NONE,
                false);
    }

    /** The room after an event. Never refuses: what is in the journal has happened. */
    RoomState apply(long seq, Instant at, Author by, RoomEvent event) {
        return switch (event) {
            case RoomEvent.RoomOpened _ -> this;
            case RoomEvent.FieldSet set ->
                withForm(form.set(set.path(), set.value(), set.source(), set.reason(), by, at))
                        .withSuggestions(open -> set.suggestion().ifPresent(open::remove));
            case RoomEvent.RowAdded row -> withForm(form.addRow(row.table(), row.row()));
            case RoomEvent.RowRemoved row -> withForm(form.removeRow(row.row()));
            case RoomEvent.SuggestionMade made ->
                withSuggestions(open -> open.put(
                        made.suggestion(),
                        new OpenSuggestion(
                                made.suggestion(),
                                made.path(),
                                made.value(),
                                made.baseRev(),
                                made.reason(),
                                by,
                                made.source())));
            case RoomEvent.SuggestionEnded over -> withSuggestions(open -> open.remove(over.suggestion()));
            case RoomEvent.GrantAsked asked -> withLadder(ladder.ask(asked.scope()));
            case RoomEvent.GrantGiven given -> withLadder(ladder.give(given.scope()));
            case RoomEvent.GrantEnded over -> withLadder(ladder.end(over.scope()));
            case RoomEvent.Said said -> withChat(new ChatLine(seq, at, by, said.text()));
            case RoomEvent.FieldConfirmed confirmed -> withForm(form.confirm(confirmed.path()));
            case RoomEvent.FieldRevealed _, RoomEvent.PhoneAsked _ -> this;
            case RoomEvent.Presented(Presentation what) -> with(next -> next.presented = Optional.of(what));
            case RoomEvent.PresentationEnded _ -> with(next -> next.presented = Optional.empty());
            case RoomEvent.CardRead read -> with(next -> next.person = Optional.of(Person.of(read)));
            case RoomEvent.EarlierTaken taken -> with(next -> next.person = person.map(known -> known.with(taken)));
            case RoomEvent.Declared declaration -> withDeclared(declaration.code(), declaration.agreed());
            case RoomEvent.HelperArrived arrived ->
                withHelper(Optional.of(new Author(Role.HELPER, arrived.helper().value(), arrived.name())), Role.HELPER);
            case RoomEvent.HelperLeft _ -> withHelper(Optional.empty(), Role.APPLICANT);
            case RoomEvent.HandedOver over -> withHelper(helper, over.to());
            case RoomEvent.MayBeResumed may -> with(next -> next.visits = visits.resumable(may.until()));
            case RoomEvent.WasPutAside _ ->
                with(next -> {
                    next.visits = visits.putAside();
                    next.uses = uses.askedAnew();
                });
            case RoomEvent.SteppedAway _ -> with(next -> next.visits = visits.away(at));
            case RoomEvent.CameBack _ -> with(next -> next.visits = visits.back());
            case RoomEvent.WasResumed back ->
                with(next -> {
                    next.visits = visits.resumed(at);
                    next.kiosk = back.kiosk();
                    next.near = back.near();
                });
            case RoomEvent.ClerkSeated seated ->
                with(next -> {
                            next.visits = visits.with(seated.clerk().clerk());
                            next.uses = uses.askedAnew();
                        })
                        .withLadder(
                                epoch == 0 ? ladder : Ladder.BY_CALLING) // the first finds what the visit had before
                        .withClerk(
                                Optional.of(new SeatedClerk(seated.call(), seated.clerk(), seated.epoch())),
                                seated.epoch());
            case RoomEvent.ClerkLeft _ ->
                withClerk(Optional.empty(), epoch).with(next -> {
                    next.migrationOffered = Optional.empty();
                    next.uses = uses.askedAnew();
                });
            case RoomEvent.MigrationOffered offer ->
                with(next -> next.migrationOffered = Optional.of(offer.itemHash()));
            case RoomEvent.MigrationDeclined _ -> with(next -> next.migrationOffered = Optional.empty());
            case RoomEvent.Migrated _ -> throw new IllegalStateException("takes its package: see migrated");
            case RoomEvent.Submitted filing ->
                with(next -> {
                    next.filed = Optional.of(
                            new FiledCase(filing.caseNo(), at, filing.formHash(), filing.progress(), filing.open()));
                    next.checklist = checklist.closed();
                });
            case RoomEvent.UseAsked asked -> with(next -> next.uses = uses.asked(asked, by.role()));
            case RoomEvent.UseAllowed allowed -> with(next -> next.uses = uses.allowed(allowed, at));
            case RoomEvent.PagesTaken taken -> with(next -> next.uses = uses.gave(taken));
            case RoomEvent.UseEnded over -> with(next -> next.uses = uses.ended(over, by.role()));
            case RoomEvent.DoneByHand done -> with(next -> next.uses = uses.byHand(done, by));
            case RoomEvent.UseConsentEnded over -> with(next -> next.uses = uses.withdrawn(over.capability()));
            case RoomEvent.PagesAssigned assigned -> with(next -> next.checklist = checklist.assigned(assigned));
            case RoomEvent.PageSent came -> with(next -> next.checklist = checklist.sent(came));
            case RoomEvent.SentPageDropped no -> with(next -> next.checklist = checklist.dropped(no));
            case RoomEvent.PageRejected no -> with(next -> next.checklist = checklist.rejected(no));
            case RoomEvent.MaterialJudged judged -> with(next -> next.checklist = checklist.judged(judged));
            case RoomEvent.LookupAsked asked -> with(next -> next.lookups = lookups.asked(asked, by.role()));
            case RoomEvent.LookupAllowed allowed -> with(next -> next.lookups = lookups.allowed(allowed));
            case RoomEvent.LookupEnded over -> with(next -> next.lookups = lookups.ended(over, at));
            case RoomEvent.DocumentMade made -> with(next -> next.uses = uses.with(made.document()));
            case RoomEvent.RoomEnded _ -> with(next -> next.ended = true);
        };
    }

    /** The room after {@link RoomEvent.Migrated}. What was declared, was declared of the former form. */
    RoomState migrated(ItemPackage to) {
        List<Moved> longer = new ArrayList<>(migrations);
        longer.add(new Moved(Migration.of(form, to), List.copyOf(declared)));
        return with(next -> {
            next.form = longer.getLast().migration().after();
            next.itemHash = Optional.of(to.hash());
            next.declared = new LinkedHashSet<>();
            next.migrationOffered = Optional.empty();
            next.migrations = List.copyOf(longer);
        });
    }

    /** Everything to be put right before filing, as this role may see it. */
    List<Issue> issues(Role role) {
        List<Issue> differing = PrefillRules.issues(this);
        return differing.isEmpty()
                ? form.issues(role)
                : Stream.concat(form.issues(role).stream(), differing.stream()).toList();
    }

    /** Who acts when the kiosk sends something. */
    Author authorAtKiosk() {
        return atKiosk == Role.HELPER && helper.isPresent()
                ? helper.get()
                : new Author(Role.APPLICANT, kiosk.value(), "");
    }

    Seal seal() {
        return new Seal(itemHash, owner, salt);
    }

    /** Of exactly what would be filed; empty while something is wrong or missing. */
    Optional<String> formHash() {
        return PrefillRules.issues(this).isEmpty() ? form.hash(seal()) : Optional.empty();
    }

    /** The lowest rung that the clerk who is here has lost of what calling gives. */
    Optional<GrantScope> withdrawn() {
        return clerk.flatMap(_ -> ladder.withdrawn());
    }

    /** Whether this role is told nothing of what stands in the form. */
    boolean coveredFor(Role role) {
        return role == Role.CLERK && !granted(GrantScope.SEE_FORM);
    }

    boolean granted(GrantScope scope) {
        return ladder.has(scope);
    }

    private RoomState withForm(FormState form) {
        return with(next -> next.form = form);
    }

    private RoomState withSuggestions(Consumer<Map<SuggestionId, OpenSuggestion>> change) {
        SequencedMap<SuggestionId, OpenSuggestion> changed = new LinkedHashMap<>(suggestions);
        change.accept(changed);
        return with(next -> next.suggestions = changed);
    }

    private RoomState withLadder(Ladder changed) {
        return with(next -> next.ladder = changed);
    }

    private RoomState withChat(ChatLine line) {
        List<ChatLine> longer = new ArrayList<>(chat);
        longer.add(line);
        return with(next -> next.chat = longer);
    }

    private RoomState withDeclared(String code, boolean agreed) {
        SequencedSet<String> changed = new LinkedHashSet<>(declared);
        if (agreed) {
            changed.add(code);
        } else {
            changed.remove(code);
        }
        return with(next -> next.declared = changed);
    }

    private RoomState withHelper(Optional<Author> who, Role acting) {
        return with(next -> {
            next.helper = who;
            next.atKiosk = acting;
        });
    }

    private RoomState withClerk(Optional<SeatedClerk> who, long inEpoch) {
        return with(next -> {
            next.clerk = who;
            next.epoch = inEpoch;
        });
    }

    private RoomState with(Consumer<NextRoom> change) {
        NextRoom next = new NextRoom(this);
        change.accept(next);
        return next.made();
    }
}
