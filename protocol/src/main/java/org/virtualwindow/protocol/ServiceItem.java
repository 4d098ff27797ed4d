package org.virtualwindow.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.LocalText;

/**
 * A service item (事项) as one centre handles it: what both screens show and the server checks. Read from files in {@code
 * items/}; the screens fetch it at {@code GET /api/items/ITEM?owner=CENTRE&hash=HASH}. Those that
 * were ever in force are read from the database for ever: append optional components only.
 *
 * @param version a room keeps the version it was opened with
 * @param variant whose standard this is, for example 按湖州市南浔区标准办理
 * @param identity how surely the applicant must be known
 * @param timeLimit {@code promise} in words, with what it depends on
 * @param result what the applicant gets, in a few words; {@code results} are the documents
 * @param materials what is needed, each perhaps only in some situations
 * @param guide what is asked before anybody waits: the answers decide which materials are needed, and stand in the form
 *     afterwards. Choices and yes or no, in no table
 * @param agreements shown before the form opens, to be agreed to: who sees what, whether anything is recorded
 * @param fields every field, columns of tables included ({@code /investors/name})
 * @param find how people look for it who do not know what it is called
 * @param prefill which fields ask the applicant for what is known of a person
 * @param script what an experienced clerk says and does, in order
 * @param cards what this centre wants, at the field it wants it in
 * @param lookups what may be asked of authorities, with the applicant's word for each time
 */
public record ServiceItem(
        ServiceItemId item,
        Long version,
        LocalText title,
        LocalText summary,
        LocalText department,
        LocalText variant,
        Mode mode,
        Identity identity,
        LocalText timeLimit,
        Promise promise,
        LocalText fee,
        LocalText result,
        List<Result> results,
        List<Material> materials,
        List<FieldPath> guide,
        List<Statement> agreements,
        List<Page> pages,
        List<Field> fields,
        List<Table> tables,
        List<Rule> rules,
        List<Statement> declarations,
        Find find,
        List<Prefilled> prefill,
        List<ScriptStep> script,
        List<RuleCard> cards,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<Lookup>> lookups) {

    /** Where the work is done. */
    public enum Mode {
        /** 全程网办: the handling centre does all of it. */
        FULL_ONLINE,
        /** 异地代收代办: taken in near the applicant, handled elsewhere. */
        COLLECT_FORWARD,
        /** 多地联办: several centres each do a part. */
        MULTI_PLACE
    }

    /** How surely the applicant must be known; each level includes those before it. */
    public enum Identity {
        /** Seen by the clerk. */
        L1,
        /** By the chip of the identity card. */
        L2,
        /** The face is compared with the chip's. */
        L3,
        /** A clerk near the applicant is a witness. */
        L4
    }

    /** When it is done, at the latest: {@code days} from the filing, 0 for {@link Clock#AT_ONCE}. */
    public record Promise(Integer days, Clock clock) {}

    /** What days count. */
    public enum Clock {
        AT_ONCE,
        CALENDAR_DAYS,
        WORKING_DAYS
    }

    /** A document that comes of it, and the ways in which it may reach the applicant. */
    public record Result(String code, LocalText name, ResultForm form, List<Handing> by) {}

    /** How a document exists. */
    public enum ResultForm {
        E_DOCUMENT,
        PAPER,
        BOTH,
        /** An entry in a register; nothing is handed out. */
        ENTRY
    }

    /** How a document reaches the applicant. */
    public enum Handing {
        COURIER,
        PICKUP_NEAR,
        PICKUP_OWNER,
        DOWNLOAD
    }

    /**
     * One thing that is needed.
     *
     * @param when only while this holds; it asks fields outside of tables
     * @param later may be promised and handed in later (容缺)
     */
    public record Material(
            String code,
            LocalText name,
            Optional<LocalText> hint,
            MaterialForm form,
            Capture capture,
            Integer count,
            Optional<Expression> when,
            Boolean later) {}

    /** In which form a material is wanted. */
    public enum MaterialForm {
        ORIGINAL_SEEN,
        ORIGINAL_POSTED,
        COPY,
        E_LICENCE,
        /** Made from the form and signed. */
        GENERATED
    }

    /** By which device of the kiosk a material is taken in. */
    public enum Capture {
        ID_READER,
        DOC_CAMERA,
        UPLOAD,
        NONE
    }

    /**
     * Something that an authority may be asked (查询): for an e-licence (电子证照) in the place of a paper, or whether the answers in the
     * form are what its register says (数据核验).
     *
     * @param register the name under which the authority is asked for it
     * @param name of the licence, or of what is checked
     * @param keeper the authority
     * @param purpose what for
     * @param material which is there with the licence; absent for a data check
     * @param holder fields outside of tables that say whose it is, by what the authority calls them, {@link #ID_NO} among them;
     *     absent where it is the applicant's by their identity card
     * @param compares fields outside of tables that must be as the register says, by what the authority calls them; absent where there
     *     are none
     */
    public record Lookup(
            String code,
            String register,
            LocalText name,
            LocalText keeper,
            LocalText purpose,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> material,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Map<String, FieldPath>> holder,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Map<String, FieldPath>> compares) {
        /** What authorities call the number of somebody's identity card: people are looked up by it alone. */
        public static final String ID_NO = "idNo";
    }

    /**
     * @param words what people say who want it, in Chinese
     * @param events codes of life events
     */
    public record Find(List<String> words, List<String> english, List<String> events) {}

    /** A field that asks the applicant for something of themselves. */
    public record Prefilled(FieldPath path, What what) {}

    /** What may be known of a person. */
    public enum What {
        NAME,
        ID_TYPE,
        ID_NO,
        SEX,
        BIRTH,
        ETHNIC,
        HUKOU_ADDRESS,
        MOBILE,
        ADDRESS,
        BANK_NAME,
        BANK_CARD
    }

    /**
     * What the clerk may say and do next. It never holds anybody up.
     *
     * @param at the field or table it is about
     * @param when there only while this holds
     * @param done ticks itself when this holds; without it the clerk ticks it
     */
    public record ScriptStep(
            String id, LocalText say, Optional<FieldPath> at, Optional<Expression> when, Optional<Expression> done) {}

    /** What this centre wants in a field or table, or in a column of every row; on what ground, and an example of it. */
    public record RuleCard(FieldPath path, LocalText wants, Optional<LocalText> basis, Optional<LocalText> sample) {}

    /** A sentence to agree to, or that only the applicant can declare. */
    public record Statement(String code, LocalText text) {}

    /** What is on the screen at one time: fields and tables in order. */
    public record Page(String id, LocalText title, List<FieldPath> shows) {}

    /**
     * @param required while it is shown
     * @param checks names of validators, perhaps with an argument ({@code digits 12-19}), run in order on a value that is not
     *     empty
     * @param choices for {@link Kind#CHOICE}: what may stand in it
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
            Sensitivity sensitivity,
            Optional<LocalText> unit) {

        /** The clerk does not see all of it. */
        public boolean masked() {
            return sensitivity != Sensitivity.OPEN;
        }

        /** The clerk sees whether it is filled, and nothing else of it. */
        public boolean secret() {
            return sensitivity == Sensitivity.SECRET;
        }
    }

    /** Who may see a value besides the applicant and a helper at the kiosk. */
    public enum Sensitivity {
        OPEN,
        /** The clerk sees part of it, and the whole only with a reason (个人敏感信息). */
        MASK,
        /** It never leaves the server towards the clerk: a password, for example. */
        SECRET
    }

    /** A code and what people read. */
    public record Choice(String code, LocalText label) {}

    /**
     * Rows of the fields that stand under {@code path}.
     *
     * @param prefill tables of a form before this one, here or of another item, whose rows are taken over into it: those of the first
     *     in which something stands, in the columns of the same name and kind. Without it none are
     */
    public record Table(
            FieldPath path,
            LocalText label,
            LocalText row,
            Integer fewest,
            Integer most,
            Optional<List<FieldPath>> prefill) {

        /** What it asks for, wherever its rows come from. */
        public Table asked() {
            return new Table(path, label, row, fewest, most, Optional.empty());
        }
    }

    /** How a field is shown and typed. */
    public enum Kind {
        TEXT,
        LONG_TEXT,
        CHOICE,
        YES_NO,
        AMOUNT,
        PERCENT,
        /** A whole number. */
        WHOLE,
        /** Digits that are no number: of an account, a card, a file. */
        DIGITS,
        DATE,
        ID_NUMBER,
        CREDIT_CODE,
        MOBILE,
        /** 手写签名: strokes by the applicant's own hand, see {@link org.virtualwindow.protocol.values.FieldValue}. */
        SIGNATURE
    }
}
