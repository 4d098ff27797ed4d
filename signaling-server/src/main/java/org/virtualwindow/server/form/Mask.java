package org.virtualwindow.server.form;

import java.util.Optional;
import org.virtualwindow.protocol.ServiceItem.Field;
import org.virtualwindow.protocol.ServiceItem.Kind;
import org.virtualwindow.protocol.values.FieldValue;

/**
 * Stars over the parts of a value that the clerk need not see. Whatever has not the expected length shows its first character
 * only; of a secret not even the length is seen.
 */
final class Mask {
    /** Stands for any secret that is not empty. */
    static final FieldValue SECRET = new FieldValue("******");

    private Mask() {}

    static FieldValue over(Optional<Field> field, FieldValue value) {
        if (field.filter(Field::secret).isPresent()) {
            return value.isEmpty() ? value : SECRET;
        }
        Optional<Kind> kind = field.map(Field::kind);
        int[] points = value.text().codePoints().toArray();
        int tail = 0;
        int head = points.length > 1 ? 1 : 0;
        if (kind.filter(Kind.ID_NUMBER::equals).isPresent() && points.length == 18) {
            head = 6;
            tail = 4;
        } else if (kind.filter(Kind.MOBILE::equals).isPresent() && points.length == 11) {
            head = 3;
            tail = 4;
        }
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < points.length; i++) {
            shown.appendCodePoint(i < head || i >= points.length - tail ? points[i] : '*');
        }
        return new FieldValue(shown.toString());
    }
}
