package org.virtualwindow.protocol;

import java.util.List;
import java.util.Optional;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.LocalText;

/**
 * A service item (事项) as one centre handles it: what both screens show and the server checks. Read from files in {@code
 * items/}; the screens fetch it at {@code GET /api/items/ITEM?owner=CENTRE}.
 *
 * @param version a room keeps the version it was opened with
 * @param variant whose standard this is, for example 按湖州市南浔区标准办理
 * @param bring what the applicant should have at hand
 * @param agreements shown before the form opens, to be agreed to: who sees what, whether anything is recorded
 * @param fields every field, columns of tables included ({@code /investors/name})
 */
public record ServiceItem(
        ServiceItemId item,
        Long version,
        LocalText title,
        LocalText summary,
        LocalText department,
        LocalText variant,
        LocalText timeLimit,
        LocalText fee,
        LocalText result,
        List<Material> bring,
        List<Statement> agreements,
        List<Page> pages,
        List<Field> fields,
        List<Table> tables,
        List<Rule> rules,
        List<Statement> declarations) {

    /** One thing to bring. */
    public record Material(String code, LocalText name, Optional<LocalText> hint) {}

    /** A sentence to agree to, or that only the applicant can declare. */
    public record Statement(String code, LocalText text) {}

    /** What is on the screen at one time: fields and tables in order. */
    public record Page(String id, LocalText title, List<FieldPath> shows) {}

    /**
     * @param required while it is shown
     * @param checks names of validators, run in order on a value that is not empty
     * @param choices for {@link Kind#CHOICE}: what may stand in it
     * @param masked the clerk sees part of it only (个人敏感信息)
     */
    public record Field(
            FieldPath path,
            Kind kind,
            LocalText label,
            Optional<LocalText> hint,
            Boolean required,
            Integer maxLength,
            List<String> checks,
            List<Choice> choices,
            Boolean masked,
            Optional<LocalText> unit) {}

    /** A code and what people read. */
    public record Choice(String code, LocalText label) {}

    /** Rows of the fields that stand under {@code path}. */
    public record Table(FieldPath path, LocalText label, LocalText row, Integer fewest, Integer most) {}

    /** How a field is shown and typed. */
    public enum Kind {
        TEXT,
        LONG_TEXT,
        CHOICE,
        YES_NO,
        AMOUNT,
        PERCENT,
        DATE,
        ID_NUMBER,
        CREDIT_CODE,
        MOBILE
    }
}
