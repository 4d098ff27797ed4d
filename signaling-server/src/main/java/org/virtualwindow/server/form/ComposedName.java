package org.virtualwindow.server.form;

import org.virtualwindow.protocol.ServiceItem.Choice;
import org.virtualwindow.protocol.values.FieldPath;

/** How the company name will read, from the parts that are there already: 湖州市云帆网络科技有限公司. */
public final class ComposedName {
    private ComposedName() {}

    /** For {@code ENT_NAME}; empty as long as no part of the name is there. */
    public static String of(FormState form) {
        String region = shown(form, "/regionWord");
        String trade = shown(form, "/tradeName");
        String industry = shown(form, "/industryWord");
        String orgForm = label(form, new FieldPath("/orgForm"));
        String inside = region.isEmpty() ? "" : "（" + region + "）";
        return switch (form.text(new FieldPath("/namePattern"))) {
            case "TRADE_REGION_INDUSTRY_FORM" -> trade + inside + industry + orgForm;
            case "TRADE_INDUSTRY_REGION_FORM" -> trade + industry + inside + orgForm;
            case "TRADE_FORM" -> trade + orgForm;
            default -> region + trade + industry + orgForm;
        };
    }

    private static String shown(FormState form, String path) {
        FieldPath field = new FieldPath(path);
        return form.visible(field) ? form.text(field) : "";
    }

    private static String label(FormState form, FieldPath choice) {
        return form.shape()
                .field(choice)
                .flatMap(field -> field.choices().stream()
                        .filter(one -> one.code().equals(form.text(choice)))
                        .findFirst())
                .map(Choice::label)
                .map(label -> label.zh())
                .orElse("");
    }
}
