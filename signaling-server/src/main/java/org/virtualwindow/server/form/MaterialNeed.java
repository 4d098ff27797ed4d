package org.virtualwindow.server.form;

import org.virtualwindow.protocol.ServiceItem.Material;
import org.virtualwindow.protocol.values.FieldPath;

/** Whether a form, as it stands, wants a material of its item. The browsers find the same ({@code form/guide.ts}). */
public enum MaterialNeed {
    NEEDED,
    /** It depends on what is not answered yet. */
    PERHAPS,
    /** Not in this situation. */
    EXEMPT;

    private static final FieldPath OUTSIDE_OF_TABLES = new FieldPath("/materials");

    public static MaterialNeed of(FormState form, Material material) {
        return material.when()
                .map(when -> switch (Evaluation.of(when, OUTSIDE_OF_TABLES, form.derived())) {
                    case "true" -> NEEDED;
                    case "false" -> EXEMPT;
                    default -> PERHAPS;
                })
                .orElse(NEEDED);
    }
}
