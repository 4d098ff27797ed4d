package org.virtualwindow.server.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.virtualwindow.protocol.ServiceItem.Table;
import org.virtualwindow.protocol.ids.RowId;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.FieldValue;
import org.virtualwindow.server.form.Layout.Cell;

/** What of a form is handed in, and the hash that says exactly that. */
final class FiledForm {
    private FiledForm() {}

    /** Every shown value that is not empty, computed ones too, by its path. */
    static Map<String, String> values(FormState form) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Cell cell : form.visibleCells()) {
            String text = form.text(cell.path());
            if (!text.isEmpty()) {
                values.put(cell.path().value(), text);
            }
        }
        return values;
    }

    /** The rows of every table that is shown, in their order. */
    static Map<String, List<String>> rows(FormState form) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (Table table : form.item().tables()) {
            if (form.derived().showsTable(table.path())) {
                rows.put(
                        table.path().value(),
                        form.rows(table.path()).stream().map(RowId::value).toList());
            }
        }
        return rows;
    }

    /**
     * SHA-256 in hex over the canonical JSON (RFC 8785) of item, version, the package's hash, centre, revision, salt, rows of shown
     * tables, and values. The revision, so that a value which was guessed and written is no hash that was there before.
     */
    static String hash(FormState form, Seal seal) {
        Map<String, String> values = values(form);
        if (seal.salt().isEmpty()) {
            values.replaceAll((path, text) ->
                    form.asClerkSees(new FieldPath(path), new FieldValue(text)).text());
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("item", form.item().item().value());
        tree.put("version", form.item().version().toString());
        seal.itemHash().ifPresent(hash -> tree.put("package", hash));
        tree.put("centre", seal.owner().value());
        tree.put("revision", Long.toString(form.rev()));
        seal.salt().ifPresent(salt -> tree.put("salt", salt));
        tree.put("rows", rows(form));
        tree.put("fields", values);
        return CanonicalJson.sha256(tree);
    }
}
