package org.virtualwindow.server.form;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.virtualwindow.protocol.ServiceItem.Kind;
import org.virtualwindow.protocol.values.FieldValue;
import org.virtualwindow.server.form.IssueCode.Finding;

/**
 * What an item package may name under {@code checks} of a field. Each reads the (normalised, not empty) text a bounded number of
 * times and uses no regular expressions, so a hostile text costs no more than its length.
 */
public final class Validators {
    /** One check of one value. */
    @FunctionalInterface
    public interface Validator {
        Optional<Finding> judge(String text, Beside beside);
    }

    private static final Map<String, Validator> REGISTRY = Map.ofEntries(
            entry("personName", (text, _) -> Names.person(text)),
            entry("personOrUnitName", Names::personOrUnit),
            entry("idNo", IdNumbers::idNo),
            entry("uscc", (text, _) -> CreditCodes.uscc(text)),
            entry("mobile", (text, _) -> Numbers.mobile(text)),
            entry("amount", (text, _) -> Numbers.amount(text)),
            entry("percent", (text, _) -> Numbers.percent(text)),
            entry("yesNo", (text, _) -> Numbers.yesNo(text)),
            entry("date", (text, _) -> Dates.date(text)),
            entry("datePast", (text, beside) -> Dates.past(text, beside.today())),
            entry("regionCode", (text, _) -> Numbers.regionCode(text)),
            entry("industryCode", (text, _) -> Numbers.industryCode(text)),
            entry("tradeName", (text, _) -> Names.trade(text)),
            entry("whole", (text, _) -> Numbers.whole(text)),
            entry("postcode", digits(6, 6)),
            entry("plateNo", (text, _) -> Codes.plate(text)),
            entry("vin", (text, _) -> Codes.vin(text)),
            entry("birthCertNo", (text, _) -> Codes.birthCertificate(text)),
            entry("unitNo", (text, _) -> Codes.realEstateUnit(text)));

    private static final String DIGITS = "digits ";

    private Validators() {}

    /** By its name, or {@code digits 12}, {@code digits 12-19} for as many digits. */
    public static Optional<Validator> find(String name) {
        return name.startsWith(DIGITS)
                ? digits(name.substring(DIGITS.length()))
                : Optional.ofNullable(REGISTRY.get(name));
    }

    private static Optional<Validator> digits(String counts) {
        int dash = counts.indexOf('-');
        OptionalInt fewest = Numbers.count(dash < 0 ? counts : counts.substring(0, dash));
        OptionalInt most = Numbers.count(counts.substring(dash + 1));
        return fewest.isPresent() && most.isPresent() && fewest.getAsInt() <= most.getAsInt()
                ? Optional.of(digits(fewest.getAsInt(), most.getAsInt()))
                : Optional.empty();
    }

    private static Validator digits(int fewest, int most) {
        return (text, _) -> Numbers.digits(text, fewest, most);
    }

    /** The check that every field of a kind has, named or not: without it sums and dates would not know what they read. */
    static Optional<Validator> of(Kind kind) {
        return switch (kind) {
            case AMOUNT -> find("amount");
            case PERCENT -> find("percent");
            case WHOLE -> find("whole");
            case DIGITS -> Optional.of(digits(1, FieldValue.LONGEST));
            case DATE -> find("date");
            case YES_NO -> find("yesNo");
            case TEXT, LONG_TEXT, CHOICE, ID_NUMBER, CREDIT_CODE, MOBILE, SIGNATURE -> Optional.empty();
        };
    }
}
