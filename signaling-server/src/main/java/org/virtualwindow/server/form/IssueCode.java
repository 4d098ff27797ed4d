package org.virtualwindow.server.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.Issue;

/** Every way in which a form can be wrong by itself; items bring rules of their own. The sentences belong to the browser ({@code text/issues.ts}). */
public enum IssueCode {
    REQUIRED("required"),
    /** What the clerk is told of a secret in which something is wrong. */
    SECRET("secret"),
    /** It is not what the identity card says, and nobody has said why. */
    CARD_DIFFERS("card.differs"),
    ROWS_FEW("rows.few", "fewest", "missing"),
    YES_NO("yesNo"),
    CHOICE_NOT_HERE("choice.notHere"),

    AMOUNT_SHAPE("amount.shape"),
    AMOUNT_PLACES("amount.places"),
    AMOUNT_ZERO("amount.zero"),
    AMOUNT_LARGE("amount.large", "most"),
    PERCENT_SHAPE("percent.shape"),
    PERCENT_PLACES("percent.places"),
    PERCENT_RANGE("percent.range"),

    WHOLE_SHAPE("whole.shape"),
    DIGITS_CHARACTERS("digits.characters"),
    DIGITS_COUNT("digits.count", "wanted", "have"),

    DATE_SHAPE("date.shape"),
    DATE_NONE("date.none"),
    DATE_FUTURE("date.future"),

    PERSON_NAME_SHORT("personName.short"),
    PERSON_NAME_LONG("personName.long", "most"),
    PERSON_NAME_CHARACTERS("personName.characters"),
    UNIT_NAME_SHORT("unitName.short"),

    ID_NO_LENGTH("idNo.length", "missing"),
    ID_NO_LONG("idNo.long", "over"),
    ID_NO_CHARACTERS("idNo.characters"),
    ID_NO_REGION("idNo.region"),
    ID_NO_RESIDENCE("idNo.residence"),
    ID_NO_DATE("idNo.date"),
    ID_NO_FUTURE("idNo.future"),
    ID_NO_CHECKSUM("idNo.checksum"),
    ID_NO_PASSPORT("idNo.passport"),
    ID_NO_HK_MO_PERMIT("idNo.hkMoPermit"),
    ID_NO_TW_PERMIT("idNo.twPermit"),
    ID_NO_OTHER("idNo.other"),

    USCC_LENGTH("uscc.length", "missing"),
    USCC_LONG("uscc.long", "over"),
    USCC_CHARACTERS("uscc.characters"),
    USCC_CHECKSUM("uscc.checksum"),

    MOBILE_SHORT("mobile.short", "missing"),
    MOBILE_LONG("mobile.long", "over"),
    MOBILE_CHARACTERS("mobile.characters"),
    MOBILE_PREFIX("mobile.prefix"),

    REGION_CODE("regionCode.shape"),
    INDUSTRY_CODE("industryCode.shape"),
    PLATE_NO("plateNo.shape"),
    VIN("vin.shape"),
    BIRTH_CERT_NO("birthCertNo.shape"),
    UNIT_NO("unitNo.shape"),

    TRADE_NAME_SHORT("tradeName.short"),
    TRADE_NAME_CHARACTERS("tradeName.characters"),
    TRADE_NAME_PLACE("tradeName.place"),
    TRADE_NAME_BANNED("tradeName.banned", "word");

    private final String code;
    private final List<String> args;

    IssueCode(String code, String... args) {
        this.code = code;
        this.args = List.of(args);
    }

    /** As on the wire, for example {@code mobile.short}. */
    public String code() {
        return code;
    }

    /** The names of what its sentence needs, in the order {@link #with} takes them. */
    public List<String> args() {
        return args;
    }

    /** What is wrong, without saying where. */
    Finding with(Object... values) {
        if (values.length != args.size()) {
            throw new IllegalArgumentException(code + " needs " + args);
        }
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            named.put(args.get(i), String.valueOf(values[i]));
        }
        return new Finding(this, Map.copyOf(named));
    }

    /** Something a validator found in a value. */
    public record Finding(IssueCode what, Map<String, String> args) {
        Issue at(FieldPath path) {
            return new Issue(path, what.code, args);
        }
    }
}
