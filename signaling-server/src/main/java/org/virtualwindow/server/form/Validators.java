package org.virtualwindow.server.form;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import org.virtualwindow.protocol.ServiceItem.Kind;
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
            entry("tradeName", (text, _) -> Names.trade(text)));

    private Validators() {}

    public static Optional<Validator> find(String name) {
        return Optional.ofNullable(REGISTRY.get(name));
    }

    /** The check that every field of a kind has, named or not: without it sums and dates would not know what they read. */
    static Optional<Validator> of(Kind kind) {
        return switch (kind) {
            case AMOUNT -> find("amount");
            case PERCENT -> find("percent");
            case DATE -> find("date");
            case YES_NO -> find("yesNo");
            case TEXT, LONG_TEXT, CHOICE, ID_NUMBER, CREDIT_CODE, MOBILE -> Optional.empty();
        };
    }
}
