package org.virtualwindow.server.form;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.protocol.FieldState;
import org.virtualwindow.protocol.RoomMessage.FormView;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.ServiceItem.Field;
import org.virtualwindow.protocol.ServiceItem.Kind;
import org.virtualwindow.protocol.ServiceItem.Table;
import org.virtualwindow.protocol.ids.RowId;
import org.virtualwindow.protocol.values.Author;
import org.virtualwindow.protocol.values.ChatText;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.FieldValue;
import org.virtualwindow.protocol.values.Issue;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.protocol.values.Role;
import org.virtualwindow.protocol.values.Source;
import org.virtualwindow.server.form.Layout.Cell;

/**
 * A form as it stands. Immutable; every change gives a new one. The changing methods do not judge: ask {@link #refusal} and its
 * likes first, so that a replay of what was once accepted is always possible.
 */
public final class FormState {
    private static final ZoneId CIVIL_TIME = ZoneId.of("Asia/Shanghai");

    private final FormShape shape;
    private final Layout layout;
    private final long rev;
    private final Map<FieldPath, FieldState> written;
    private final Map<FieldPath, List<RowId>> rows;
    /** Row paths that are gone: an id is used once, so that a late operation cannot meet another row. */
    final Set<FieldPath> removed;

    /** What stood in a field before its latest change, or before whatever a clerk wrote there unconfirmed. */
    final Map<FieldPath, Replaced> replaced;

    final Instant lastWritten;
    /** Two threads may both compute one of these; they find the same. */
    private @Nullable List<Issue> issues;

    private @Nullable Derived derived;

    private @Nullable Sealed sealed;

    /** What a hash was worked out for; a room has one seal. */
    private record Sealed(Seal seal, Optional<String> hash) {}

    FormState(
            FormShape shape,
            Layout layout,
            long rev,
            Map<FieldPath, FieldState> written,
            Map<FieldPath, List<RowId>> rows,
            Set<FieldPath> removed,
            Map<FieldPath, Replaced> replaced,
            Instant lastWritten) {
        this.shape = shape;
        this.layout = layout;
        this.rev = rev;
        this.written = written;
        this.rows = rows;
        this.removed = removed;
        this.replaced = replaced;
        this.lastWritten = lastWritten;
    }

    /** An empty form; each table has its fewest rows already, named {@code r1}, {@code r2} and so on. */
    public static FormState of(ServiceItem item) {
        Map<FieldPath, List<RowId>> rows = new LinkedHashMap<>();
        for (Table table : item.tables()) {
            rows.put(
                    table.path(),
                    IntStream.rangeClosed(1, table.fewest())
                            .mapToObj(number -> new RowId("r" + number))
                            .toList());
        }
        FormShape shape = new FormShape(item);
        return new FormState(shape, new Layout(shape, rows), 0, Map.of(), rows, Set.of(), Map.of(), Instant.EPOCH);
    }

    public ServiceItem item() {
        return shape.item();
    }

    /** Counts every change of what the form says: values and rows, not confirmations. */
    public long rev() {
        return rev;
    }

    /** Counts the changes of one field; 0 means it was never written. */
    public long revOf(FieldPath path) {
        return field(path).map(FieldState::rev).orElse(0L);
    }

    /** The field as it was written, unmasked; empty when it never was. */
    public Optional<FieldState> field(FieldPath path) {
        return Optional.ofNullable(written.get(path));
    }

    /** The value as this field keeps it: tidied up, never judged. */
    public FieldValue normalised(FieldPath path, FieldValue value) {
        return shape.field(path).map(field -> Tidying.tidy(field, value)).orElse(value);
    }

    /** Why this (normalised) value cannot stand in this field at all. What is merely wrong is an issue instead. */
    public Optional<Refusal> refusal(FieldPath path, FieldValue value) {
        return FormRefusals.ofValue(this, path, value);
    }

    /** Why this row cannot be added: no such table or a hidden one, the id was used before, or the table is full. */
    public Optional<Refusal> refusalOfNewRow(FieldPath table, RowId row) {
        return FormRefusals.ofNewRow(this, table, row);
    }

    /** Why this row cannot be taken out. Taking out too many is allowed and becomes an issue. */
    public Optional<Refusal> refusalOfRemoval(FieldPath row) {
        return FormRefusals.ofRemoval(this, row);
    }

    /** Whether the applicant says something in this row: they, a helper or a paper wrote it, or they called it right. */
    public boolean saysInRow(FieldPath row) {
        return written.entrySet().stream()
                .filter(entry -> entry.getKey().isIn(row))
                .map(entry -> entry.getValue().confirmed()
                        ? entry.getValue().value()
                        : before(entry.getKey()).value())
                .anyMatch(value -> !value.isEmpty());
    }

    /** What a clerk writes is unconfirmed until the applicant confirms it or anybody at the kiosk types over it. */
    public FormState set(FieldPath path, FieldValue value, Source source, Author by, Instant at) {
        return set(path, value, source, Optional.empty(), by, at);
    }

    /** @param reason why it is not what the identity card says */
    public FormState set(
            FieldPath path, FieldValue value, Source source, Optional<ChatText> reason, Author by, Instant at) {
        boolean clerk = by.role() == Role.CLERK;
        FieldState now = new FieldState(value, revOf(path) + 1, by, source, at, !clerk, reason);
        Instant newest = at.isAfter(lastWritten) ? at : lastWritten;
        boolean goesOn = clerk && field(path).filter(old -> !old.confirmed()).isPresent();
        Map<FieldPath, Replaced> undone = new LinkedHashMap<>(replaced);
        undone.put(path, goesOn ? before(path) : Replaced.of(field(path)));
        return with(rev + 1, path, now, undone, newest);
    }

    /** What an undoing brings back: what stood there before the latest change, or before all that a clerk wrote unconfirmed. */
    public Replaced before(FieldPath path) {
        return replaced.getOrDefault(path, Replaced.NOTHING);
    }

    public FormState addRow(FieldPath table, RowId row) {
        List<RowId> more = new ArrayList<>(rows(table));
        more.add(row);
        return withRows(table, more, written, removed);
    }

    /** Takes the row out with everything that stands in it. */
    public FormState removeRow(FieldPath row) {
        String[] parts = row.parts();
        FieldPath table = row.table().orElseThrow();
        List<RowId> left = new ArrayList<>(rows(table));
        left.remove(new RowId(parts[1]));
        Map<FieldPath, FieldState> kept = new LinkedHashMap<>(written);
        kept.keySet().removeIf(path -> path.isIn(row));
        Set<FieldPath> gone = new HashSet<>(removed);
        gone.add(row);
        return withRows(table, left, kept, gone);
    }

    /** The applicant says that what stands there is right. Changes no revision: the form still says the same. */
    public FormState confirm(FieldPath path) {
        return field(path)
                .map(old -> with(rev, path, old.right(), replaced, lastWritten))
                .orElse(this);
    }

    /** Everything to be put right before filing, in the order of the pages. The same form has the same issues at any time. */
    public List<Issue> issues() {
        List<Issue> found = issues;
        if (found == null) {
            found = FormIssues.of(this);
            issues = found;
        }
        return found;
    }

    /** Shown fields that stand otherwise, or empty, because of a clerk, and of which the applicant has not yet said that it is right. */
    public List<FieldPath> unconfirmed() {
        return visibleCells().stream()
                .map(Cell::path)
                .filter(path -> field(path)
                        .filter(state -> !state.confirmed()
                                && !state.value().equals(before(path).value()))
                        .isPresent())
                .toList();
    }

    /** Whether the clerk sees part of it only. What this form does not know is masked. */
    public boolean masked(FieldPath path) {
        return shape.field(path).map(Field::masked).orElse(true);
    }

    /** A value for this field, as the clerk may see it. */
    public FieldValue asClerkSees(FieldPath path, FieldValue value) {
        return masked(path) ? Mask.over(shape.field(path), value) : value;
    }

    /** Whether the clerk sees nothing of it but that it is filled. */
    public boolean secret(FieldPath path) {
        return shape.field(path).map(Field::secret).orElse(false);
    }

    /** Whether it is signed with the applicant's own hand. */
    public boolean signature(FieldPath path) {
        return shape.field(path).filter(field -> field.kind() == Kind.SIGNATURE).isPresent();
    }

    /** Whether no clerk writes it or proposes anything for it. */
    public boolean forApplicantAlone(FieldPath path) {
        return secret(path) || signature(path);
    }

    /** Whether it is a text of several sentences. */
    public boolean longText(FieldPath path) {
        return shape.field(path).filter(field -> field.kind() == Kind.LONG_TEXT).isPresent();
    }

    /** {@link #issues()} as this role may see them: what is wrong with a secret says something of it. */
    public List<Issue> issues(Role role) {
        return RoleView.issues(this, role);
    }

    /** The form as this role may see it; without a hash, which takes a room. */
    public FormView view(Role role) {
        return RoleView.of(this, role, Optional.empty());
    }

    /** The form as this role may see it. */
    public FormView view(Role role, Seal seal) {
        return RoleView.of(this, role, hash(seal));
    }

    /** SHA-256 in hex over exactly what would be filed; empty while something is wrong or missing. */
    public Optional<String> hash(Seal seal) {
        Sealed found = sealed;
        if (found == null || !found.seal().equals(seal)) {
            found = new Sealed(seal, issues().isEmpty() ? Optional.of(FiledForm.hash(this, seal)) : Optional.empty());
            sealed = found;
        }
        return found.hash();
    }

    /** What would be filed: every shown value that is not empty, computed ones too, by its path. */
    public Map<String, String> filed() {
        return FiledForm.values(this);
    }

    /** Every field that is there now, rows included, in the order of the pages. */
    public List<FieldPath> shown() {
        return visibleCells().stream().map(Cell::path).toList();
    }

    Map<FieldPath, FieldState> written() {
        return written;
    }

    Map<FieldPath, List<RowId>> rows() {
        return rows;
    }

    FormShape shape() {
        return shape;
    }

    /** What the rules make of it. */
    Derived derived() {
        Derived found = derived;
        if (found == null) {
            found = new Derived(this);
            derived = found;
        }
        return found;
    }

    /** What stands in a field, hidden or not; empty when nothing does. */
    String text(FieldPath path) {
        return layout.cell(path).map(derived()::whole).orElse("");
    }

    /** What somebody wrote into a field. */
    String written(FieldPath path) {
        return field(path).map(state -> state.value().text()).orElse("");
    }

    /** The rows of a table, in order. */
    public List<RowId> rows(FieldPath table) {
        return rows.getOrDefault(table, List.of());
    }

    /** The day of the latest writing. The form has no clock, so that a replay finds the same issues. */
    public LocalDate today() {
        return LocalDate.ofInstant(lastWritten, CIVIL_TIME);
    }

    Layout layout() {
        return layout;
    }

    /** Whether a field is shown. */
    boolean visible(FieldPath path) {
        return layout.cell(path).map(derived()::shows).orElse(false);
    }

    /** Every field that is shown, rows included, in the order of the pages. */
    List<Cell> visibleCells() {
        return derived().visibleCells();
    }

    Optional<Field> defined(FieldPath path) {
        return layout.cell(path).map(Cell::field);
    }

    private FormState with(
            long newRev, FieldPath path, FieldState state, Map<FieldPath, Replaced> undone, Instant newest) {
        Map<FieldPath, FieldState> changed = new LinkedHashMap<>(written);
        changed.put(path, state);
        return new FormState(shape, layout, newRev, changed, rows, removed, undone, newest);
    }

    private FormState withRows(
            FieldPath table, List<RowId> ids, Map<FieldPath, FieldState> fields, Set<FieldPath> gone) {
        Map<FieldPath, List<RowId>> changed = new LinkedHashMap<>(rows);
        changed.put(table, List.copyOf(ids));
        return new FormState(shape, new Layout(shape, changed), rev + 1, fields, changed, gone, replaced, lastWritten);
    }
}
