package org.virtualwindow.server.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.virtualwindow.protocol.ServiceItem.Table;
import org.virtualwindow.protocol.ids.RowId;
import org.virtualwindow.protocol.values.FieldPath;
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

    /**
     * SHA-256 in hex over the canonical JSON (RFC 8785) of item, version, rows of shown tables, and values. Of a secret it says
     * only that it is filled: the clerk sees the hash, and a few digits are soon found by trying.
     */
    static String hash(FormState form) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (Table table : form.item().tables()) {
            if (form.derived().showsTable(table.path())) {
                rows.put(
                        table.path().value(),
                        form.rows(table.path()).stream().map(RowId::value).toList());
            }
        }
        Map<String, String> values = values(form);
        values.replaceAll((path, text) -> form.secret(new FieldPath(path)) ? Mask.SECRET.text() : text);
        return CanonicalJson.sha256(Map.of(
                "item",
                form.item().item().value(),
                "version",
                form.item().version().toString(),
                "rows",
                rows,
                "fields",
                values));
    }
}
