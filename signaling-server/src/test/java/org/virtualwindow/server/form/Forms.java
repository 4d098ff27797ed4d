package org.virtualwindow.server.form;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.values.Author;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.FieldValue;
import org.virtualwindow.protocol.values.Issue;
import org.virtualwindow.protocol.values.Role;
import org.virtualwindow.protocol.values.Source;

/** Forms of the real item, and people who write into them. */
final class Forms {
    static final ServiceItem NANXUN = item("330503");
    static final Author APPLICANT = new Author(Role.APPLICANT, "k1", "");
    static final Author CLERK = new Author(Role.CLERK, "c1", "李先生");
    static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");

    private Forms() {}

    static ServiceItem item(String centre) {
        return Catalog.load()
                .find(new ServiceItemId("ENT_NAME"), new CentreId(centre))
                .orElseThrow();
    }

    static FieldPath path(String path) {
        return new FieldPath(path);
    }

    static FormState write(FormState form, String path, String text) {
        return write(form, path, text, APPLICANT);
    }

    static FormState write(FormState form, String path, String text, Author by) {
        FieldValue value = form.normalised(path(path), new FieldValue(text));
        return form.set(path(path), value, Source.TYPED, by, NOON);
    }

    static FormState write(FormState form, Map<String, String> values) {
        FormState written = form;
        for (Map.Entry<String, String> value : values.entrySet()) {
            written = write(written, value.getKey(), value.getValue());
        }
        return written;
    }

    /** Nothing is missing, nothing is wrong. */
    static FormState complete() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("/marketEntityType", "LLC");
        values.put("/orgForm", "LIMITED");
        values.put("/registeredCapital", "100");
        values.put("/preApproval", "false");
        values.put("/namePattern", "REGION_TRADE_INDUSTRY_FORM");
        values.put("/regionWord", "湖州");
        values.put("/tradeName", "云帆");
        values.put("/industryWord", "网络科技");
        values.put("/investors/r1/idType", "RESIDENT_ID");
        values.put("/investors/r1/name", "欧阳㐱");
        values.put("/investors/r1/idNo", "310117200002290016");
        values.put("/investors/r1/amount", "100.00");
        values.put("/investors/r1/percent", "100");
        values.put("/contactName", "𠮷田");
        values.put("/contactIdType", "RESIDENT_ID");
        values.put("/contactIdNo", "330503198803150029");
        values.put("/contactMobile", "13800000427");
        return write(FormState.of(NANXUN), values);
    }

    /** The item of Nanxun with room for more rows than the law allows some companies. */
    static ServiceItem withMostInvestors(int most) {
        String more = "tables: {/investors: {most: %d}}".formatted(most);
        return catalog(Map.of("ENT_NAME/variants/330503.yaml", more))
                .find(NANXUN.item(), new CentreId("330503"))
                .orElseThrow();
    }

    /** The program's packages with these files instead of its own; where the text is empty, without the file. */
    static Catalog catalog(Map<String, String> instead) {
        ItemFiles program = ItemFiles.ofProgram();
        return Catalog.load(new ItemFiles(
                name -> {
                    String text = instead.get(name);
                    if (text == null) {
                        return program.find().apply(name);
                    }
                    return text.isEmpty()
                            ? List.of()
                            : List.of(new ItemFiles.ItemFile("items/" + name, text.getBytes(StandardCharsets.UTF_8)));
                },
                List.of()));
    }

    /** The code of the issue at a path, or nothing. */
    static String issueAt(FormState form, String path) {
        return form.issues().stream()
                .filter(issue -> issue.path().equals(path(path)))
                .map(Issue::code)
                .findFirst()
                .orElse("");
    }
}
