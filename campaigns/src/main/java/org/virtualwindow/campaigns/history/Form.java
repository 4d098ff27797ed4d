package org.virtualwindow.campaigns.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.Source;

/**
 * What a page holds of a form, and of what is said beside it: built from a snapshot and moved on by events as {@code room-state.ts}
 * does it. Immutable.
 *
 * @param fields what was ever written, by path
 * @param rows of each table, in order
 * @param suggestions that are open, in order
 * @param declared codes, in order
 * @param unconfirmed what waits for the applicant's word, by path; as told
 * @param rev as told
 */
public record Form(
        Map<String, Cell> fields,
        Map<String, List<String>> rows,
        List<Suggestion> suggestions,
        Grants grants,
        List<String> declared,
        Set<String> unconfirmed,
        Long rev,
        List<ChatLine> lines) {
    public static final Form EMPTY =
            new Form(Map.of(), Map.of(), List.of(), Grants.BY_CALLING, List.of(), Set.of(), 0L, List.of());

    /** @param by as the journal names authors */
    public record Cell(String value, Long rev, String by, Source source, Boolean confirmed) {
        private Cell right() {
            return new Cell(value, rev, by, source, true);
        }
    }

    public record Suggestion(String id, String path, String value, Long baseRev, String by) {}

    public record ChatLine(Long seq, String by, String text) {}

    /** What this form is after an event. Events about anything else leave it as it is. */
    public Form after(long seq, String by, RoomEvent event) {
        return switch (event) {
            case RoomEvent.RoomOpened opened ->
                withGrants(opened.withdrawn().map(grants::ending).orElse(grants));
            case RoomEvent.FieldSet set ->
                withFields(with(
                                fields,
                                set.path().value(),
                                new Cell(set.value().text(), set.rev(), by, set.source(), !isClerk(by))))
                        .withSuggestions(suggestionsWithout(open -> set.suggestion()
                                        .isPresent()
                                && open.id().equals(set.suggestion().get().value())))
                        .changed();
            case RoomEvent.RowAdded(var table, var row) ->
                withRows(with(rows, table.value(), longer(rowsOf(table.value()), row.value())))
                        .changed();
            case RoomEvent.RowRemoved(var row) -> withoutRow(row).changed();
            case RoomEvent.SuggestionMade made ->
                withSuggestions(longer(
                        suggestionsWithout(
                                open -> open.path().equals(made.path().value())),
                        new Suggestion(
                                made.suggestion().value(),
                                made.path().value(),
                                made.value().text(),
                                made.baseRev(),
                                by)));
            case RoomEvent.SuggestionEnded over ->
                withSuggestions(suggestionsWithout(
                        open -> open.id().equals(over.suggestion().value())));
            case RoomEvent.GrantAsked(var scope) -> withGrants(grants.asking(scope));
            case RoomEvent.GrantGiven(var scope) -> withGrants(grants.giving(scope));
            case RoomEvent.GrantEnded(var scope) -> withGrants(grants.ending(scope));
            // The first clerk finds what the visit had before.
            case RoomEvent.ClerkSeated seated -> seated.epoch() == 1 ? this : withGrants(Grants.BY_CALLING);
            case RoomEvent.Declared(var code, var agreed) -> {
                List<String> others =
                        declared.stream().filter(it -> !it.equals(code)).toList();
                yield withDeclared(agreed ? longer(others, code) : others);
            }
            case RoomEvent.FieldConfirmed(var path, var revision) -> {
                Cell cell = fields.get(path.value());
                yield cell == null || !cell.rev().equals(revision)
                        ? this
                        : withFields(with(fields, path.value(), cell.right()));
            }
            case RoomEvent.Said said ->
                withLines(longer(lines, new ChatLine(seq, by, said.text().text())));
            case RoomEvent _ -> this;
        };
    }

    /** What is told beside each event. */
    public Form told(long revision, Set<String> waiting) {
        return new Form(fields, rows, suggestions, grants, declared, waiting, revision, lines);
    }

    /** What of it somebody may see: a clerk to whom the form is covered sees what stands beside it. */
    public Form seenBy(String who) {
        return isClerk(who) && !grants.seesForm()
                ? new Form(Map.of(), Map.of(), List.of(), grants, List.of(), Set.of(), 0L, lines)
                : this;
    }

    public List<String> rowsOf(String table) {
        return rows.getOrDefault(table, List.of());
    }

    Optional<Suggestion> suggestion(String id) {
        return suggestions.stream().filter(open -> open.id().equals(id)).findFirst();
    }

    static boolean isClerk(String who) {
        return who.startsWith("CLERK:");
    }

    /** Everybody in the room is told of these, but of what stands in the form nobody to whom it is covered. */
    static boolean knows(RoomEvent event) {
        return switch (event) {
            case RoomEvent.Said _, RoomEvent.GrantAsked _, RoomEvent.GrantGiven _, RoomEvent.GrantEnded _ -> true;
            default -> saysOfTheForm(event);
        };
    }

    static boolean saysOfTheForm(RoomEvent event) {
        return switch (event) {
            case RoomEvent.FieldSet _,
                    RoomEvent.RowAdded _,
                    RoomEvent.RowRemoved _,
                    RoomEvent.SuggestionMade _,
                    RoomEvent.SuggestionEnded _,
                    RoomEvent.FieldConfirmed _,
                    RoomEvent.Declared _ -> true;
            default -> false;
        };
    }

    private Form withoutRow(FieldPath row) {
        String table = row.table().orElseThrow().value();
        String inside = row.value() + "/";
        List<String> left = rowsOf(table).stream()
                .filter(id -> !row.value().equals(table + "/" + id))
                .toList();
        Map<String, Cell> kept = fields.entrySet().stream()
                .filter(field -> !field.getKey().startsWith(inside))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return withRows(with(rows, table, left))
                .withFields(kept)
                .withSuggestions(suggestionsWithout(open -> open.path().startsWith(inside)));
    }

    private List<Suggestion> suggestionsWithout(Predicate<Suggestion> which) {
        return suggestions.stream().filter(which.negate()).toList();
    }

    private Form changed() {
        return told(rev + 1, unconfirmed);
    }

    private Form withFields(Map<String, Cell> next) {
        return new Form(next, rows, suggestions, grants, declared, unconfirmed, rev, lines);
    }

    Form withRows(Map<String, List<String>> next) {
        return new Form(fields, next, suggestions, grants, declared, unconfirmed, rev, lines);
    }

    private Form withSuggestions(List<Suggestion> next) {
        return new Form(fields, rows, next, grants, declared, unconfirmed, rev, lines);
    }

    private Form withGrants(Grants next) {
        return new Form(fields, rows, suggestions, next, declared, unconfirmed, rev, lines);
    }

    private Form withDeclared(List<String> next) {
        return new Form(fields, rows, suggestions, grants, next, unconfirmed, rev, lines);
    }

    private Form withLines(List<ChatLine> next) {
        return new Form(fields, rows, suggestions, grants, declared, unconfirmed, rev, next);
    }

    private static <V> Map<String, V> with(Map<String, V> map, String key, V value) {
        Map<String, V> next = new HashMap<>(map);
        next.put(key, value);
        return next;
    }

    private static <E> List<E> longer(List<E> list, E last) {
        List<E> next = new ArrayList<>(list);
        next.add(last);
        return next;
    }
}
