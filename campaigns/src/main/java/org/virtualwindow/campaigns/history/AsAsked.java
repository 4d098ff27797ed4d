package org.virtualwindow.campaigns.history;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.virtualwindow.campaigns.history.Fact.Wish;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomEvent.SuggestionEnd;
import org.virtualwindow.protocol.values.GrantScope;

/** Whether what happened is what was asked for: exactly one event of its content, and beside it only what is over with it. */
final class AsAsked {
    /** What is asked of a form. Of what else is asked in a room nothing is compared. */
    private static final Set<String> KINDS = Set.of(
            "SetField",
            "Undo",
            "TakeSuggestion",
            "AddRow",
            "RemoveRow",
            "Suggest",
            "DropSuggestion",
            "RetractSuggestion",
            "AskGrant",
            "GiveGrant",
            "EndGrant",
            "Confirm",
            "Declare",
            "Say");

    private AsAsked() {}

    /**
     * @param events that the operation brought about, in order
     * @param before the room without them
     */
    static boolean is(Wish wish, List<RoomEvent> events, Replay before) {
        if (!KINDS.contains(wish.kind())) {
            return true;
        }
        List<RoomEvent> own = events.stream()
                .filter(event -> !isOverWithIt(wish, event, before.form()))
                .toList();
        return own.size() == 1 && is(wish, own.getFirst(), before);
    }

    private static boolean is(Wish wish, RoomEvent event, Replay before) {
        return switch (wish.kind()) {
            case "SetField" -> event instanceof RoomEvent.FieldSet set && sets(wish, set, wish.text());
            case "Undo" ->
                event instanceof RoomEvent.FieldSet set
                        && sets(wish, set, before.before().getOrDefault(wish.path(), ""));
            case "TakeSuggestion" ->
                event instanceof RoomEvent.FieldSet set
                        && before.form()
                                .suggestion(wish.id())
                                .filter(open -> takes(open, set))
                                .isPresent();
            case "AddRow" ->
                event instanceof RoomEvent.RowAdded(var table, var row)
                        && table.value().equals(wish.path())
                        && row.value().equals(wish.id());
            case "RemoveRow" ->
                event instanceof RoomEvent.RowRemoved(var row) && row.value().equals(wish.path());
            case "Suggest" ->
                event instanceof RoomEvent.SuggestionMade made
                        && made.suggestion().value().equals(wish.id())
                        && made.path().value().equals(wish.path())
                        && made.value().text().equals(wish.text())
                        && wish.rev().equals(Optional.of(made.baseRev()));
            case "DropSuggestion" -> ends(wish, event, SuggestionEnd.DROPPED);
            case "RetractSuggestion" -> ends(wish, event, SuggestionEnd.RETRACTED);
            case "AskGrant" -> event instanceof RoomEvent.GrantAsked(var scope) && isOf(wish, scope);
            case "GiveGrant" -> event instanceof RoomEvent.GrantGiven(var scope) && isOf(wish, scope);
            case "EndGrant" -> event instanceof RoomEvent.GrantEnded(var scope) && isOf(wish, scope);
            case "Confirm" ->
                event instanceof RoomEvent.FieldConfirmed(var path, var rev)
                        && path.value().equals(wish.path())
                        && wish.rev().equals(Optional.of(rev));
            case "Declare" ->
                event instanceof RoomEvent.Declared(var code, var agreed)
                        && code.equals(wish.id())
                        && agreed.toString().equals(wish.text());
            case "Say" ->
                event instanceof RoomEvent.Said said && said.text().text().equals(wish.text());
            default -> false;
        };
    }

    /** Whether all is as they wish already, so that nothing needs to happen. */
    static boolean isAlready(Wish wish, Replay state) {
        Form form = state.form();
        return switch (wish.kind()) {
            case "AskGrant" ->
                form.grants().has(GrantScope.valueOf(wish.id()))
                        || form.grants()
                                .asked()
                                .filter(scope -> isOf(wish, scope))
                                .isPresent();
            case "GiveGrant" -> form.grants().has(GrantScope.valueOf(wish.id()));
            case "EndGrant" -> {
                GrantScope scope = GrantScope.valueOf(wish.id());
                yield form.grants().ending(scope).equals(form.grants());
            }
            case "Declare" -> form.declared().contains(wish.id()) == Boolean.parseBoolean(wish.text());
            case "Confirm" -> !form.unconfirmed().contains(wish.path());
            default -> true;
        };
    }

    /** A proposal whose field moves on, whose row goes or whose maker may propose no more is over; so is a question that is answered. */
    private static boolean isOverWithIt(Wish wish, RoomEvent event, Form before) {
        return switch (event) {
            case RoomEvent.PresentationEnded _ -> true;
            case RoomEvent.SuggestionEnded(var suggestion, var how) ->
                how == (wish.kind().equals("EndGrant") ? SuggestionEnd.WITHDRAWN : SuggestionEnd.STALE)
                        && before.suggestion(suggestion.value())
                                .filter(open -> switch (wish.kind()) {
                                    case "SetField", "Undo", "Suggest" ->
                                        open.path().equals(wish.path());
                                    case "RemoveRow" -> open.path().startsWith(wish.path() + "/");
                                    case "EndGrant" -> true;
                                    default -> false;
                                })
                                .isPresent();
            default -> false;
        };
    }

    private static boolean sets(Wish wish, RoomEvent.FieldSet set, String value) {
        return set.path().value().equals(wish.path())
                && set.value().text().equals(value)
                && wish.rev().map(rev -> rev + 1).orElse(set.rev()).equals(set.rev());
    }

    private static boolean takes(Form.Suggestion open, RoomEvent.FieldSet set) {
        return set.suggestion().filter(id -> id.value().equals(open.id())).isPresent()
                && set.path().value().equals(open.path())
                && set.value().text().equals(open.value())
                && set.rev() == open.baseRev() + 1;
    }

    private static boolean ends(Wish wish, RoomEvent event, SuggestionEnd as) {
        return event instanceof RoomEvent.SuggestionEnded(var suggestion, var how)
                && suggestion.value().equals(wish.id())
                && how == as;
    }

    private static boolean isOf(Wish wish, GrantScope scope) {
        return scope.name().equals(wish.id());
    }
}
