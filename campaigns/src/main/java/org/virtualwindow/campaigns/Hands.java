package org.virtualwindow.campaigns;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.virtualwindow.campaigns.history.Form;
import org.virtualwindow.protocol.RoomOperation;
import org.virtualwindow.protocol.RoomOperation.AddRow;
import org.virtualwindow.protocol.RoomOperation.AskGrant;
import org.virtualwindow.protocol.RoomOperation.Confirm;
import org.virtualwindow.protocol.RoomOperation.Declare;
import org.virtualwindow.protocol.RoomOperation.DropSuggestion;
import org.virtualwindow.protocol.RoomOperation.EndGrant;
import org.virtualwindow.protocol.RoomOperation.GiveGrant;
import org.virtualwindow.protocol.RoomOperation.RemoveRow;
import org.virtualwindow.protocol.RoomOperation.RetractSuggestion;
import org.virtualwindow.protocol.RoomOperation.Suggest;
import org.virtualwindow.protocol.RoomOperation.TakeSuggestion;
import org.virtualwindow.protocol.RoomOperation.Undo;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.ids.RowId;
import org.virtualwindow.protocol.ids.SuggestionId;
import org.virtualwindow.protocol.values.ChatText;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.FieldValue;
import org.virtualwindow.protocol.values.GrantScope;

/**
 * What somebody does in a form of a company's name besides typing, at random, by what stands on their page just now. Others do the
 * same meanwhile, and a helper and a clerk may not do all of it: some is refused.
 */
final class Hands {
    private static final String TABLE = "/investors";
    private static final int MOST_ROWS = 6;
    private static final ChatText REASON = new ChatText("照执照上写");
    /** Withdrawing all of it covers the form to the clerk, so that is rarest. */
    private static final List<GrantScope> WITHDRAWN = List.of(
            GrantScope.EDIT_FORM, GrantScope.EDIT_FORM, GrantScope.EDIT_FORM, GrantScope.SUGGEST, GrantScope.SEE_FORM);

    private final RoomId room;
    private final List<String> fields;
    private final SplittableRandom random;

    /** @param fields beside those in the rows of the table */
    Hands(RoomId room, List<String> fields, SplittableRandom random) {
        this.room = room;
        this.fields = fields;
        this.random = random;
    }

    /** What can be typed into: also the names in the table's rows. */
    List<String> fields(Form form) {
        return Stream.concat(fields.stream(), form.rowsOf(TABLE).stream().map(row -> TABLE + "/" + row + "/name"))
                .toList();
    }

    Optional<RoomOperation> applicants(OpId op, Form form) {
        return switch (random.nextInt(9)) {
            case 0 -> addsARow(op, form);
            case 1 -> removesARow(op, form);
            case 2, 3 ->
                any(form.suggestions())
                        .map(open -> new SuggestionId(open.id()))
                        .map(open -> random.nextInt(3) == 0
                                ? new DropSuggestion(op, room, open)
                                : new TakeSuggestion(op, room, open));
            case 4 -> undoes(op, form, cell -> true);
            case 5 ->
                any(List.copyOf(form.unconfirmed()))
                        .map(path -> new Confirm(op, room, new FieldPath(path), rev(form, path)));
            case 6 -> Optional.of(new Declare(op, room, "NAME_RISK", random.nextBoolean()));
            case 7 ->
                form.grants()
                        .asked()
                        .map(scope -> random.nextInt(4) == 0
                                ? new EndGrant(op, room, scope)
                                : new GiveGrant(op, room, scope));
            default ->
                random.nextInt(4) == 0 ? any(WITHDRAWN).map(scope -> new EndGrant(op, room, scope)) : Optional.empty();
        };
    }

    /** @param text what is proposed, where something is */
    Optional<RoomOperation> clerks(OpId op, Form form, String text) {
        return switch (random.nextInt(8)) {
            case 0 -> addsARow(op, form);
            case 1 -> removesARow(op, form);
            case 2, 3, 4 ->
                any(fields(form))
                        .map(path -> new Suggest(
                                op,
                                room,
                                new SuggestionId(op.value()),
                                new FieldPath(path),
                                new FieldValue(text),
                                rev(form, path),
                                REASON));
            case 5 -> any(form.suggestions()).map(open -> new RetractSuggestion(op, room, new SuggestionId(open.id())));
            case 6 -> undoes(op, form, cell -> cell.by().startsWith("CLERK:"));
            default ->
                form.grants().has(GrantScope.EDIT_FORM) && random.nextInt(8) > 0
                        ? Optional.empty()
                        : Optional.of(new AskGrant(op, room, GrantScope.EDIT_FORM));
        };
    }

    static long rev(Form form, String path) {
        Form.Cell cell = form.fields().get(path);
        return cell == null ? 0 : cell.rev();
    }

    /** Now and then one that is there already. */
    private Optional<RoomOperation> addsARow(OpId op, Form form) {
        List<String> rows = form.rowsOf(TABLE);
        if (rows.size() >= MOST_ROWS) {
            return Optional.empty();
        }
        String row = random.nextInt(10) == 0 ? any(rows).orElse(op.value()) : op.value();
        return Optional.of(new AddRow(op, room, new FieldPath(TABLE), new RowId(row)));
    }

    private Optional<RoomOperation> removesARow(OpId op, Form form) {
        return form.rowsOf(TABLE).size() > 1
                ? any(form.rowsOf(TABLE)).map(row -> new RemoveRow(op, room, FieldPath.row(new FieldPath(TABLE), row)))
                : Optional.empty();
    }

    private Optional<RoomOperation> undoes(OpId op, Form form, Predicate<Form.Cell> which) {
        List<String> mayBe = fields(form);
        return any(form.fields().entrySet().stream()
                        .filter(field -> mayBe.contains(field.getKey()) && which.test(field.getValue()))
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList())
                .map(path -> new Undo(op, room, new FieldPath(path), rev(form, path)));
    }

    private <E> Optional<E> any(List<E> of) {
        return of.isEmpty() ? Optional.empty() : Optional.of(of.get(random.nextInt(of.size())));
    }
}
