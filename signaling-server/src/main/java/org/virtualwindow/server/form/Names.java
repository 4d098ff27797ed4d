package org.virtualwindow.server.form;

import java.util.Optional;
import org.virtualwindow.server.form.IssueCode.Finding;

/** Names of people, of organisations, and the distinctive word (字号) of a company name. */
final class Names {
    private static final int MOST_HAN = 30;
    private static final int MOST_LATIN = 60;

    private Names() {}

    /** Chinese characters, also rare ones, with {@code ·} between parts; or Latin letters. */
    static Optional<Finding> person(String text) {
        int[] points = text.codePoints().toArray();
        boolean latin = points[0] < 0x80 && Character.isLetter(points[0]);
        for (int i = 0; i < points.length; i++) {
            boolean inside = i > 0 && i < points.length - 1;
            boolean right = latin
                    ? points[i] < 0x80 && (Character.isLetter(points[i]) || i > 0 && " .'-".indexOf(points[i]) >= 0)
                    : Tidying.han(points[i]) || inside && points[i] == '·';
            if (!right) {
                return Optional.of(IssueCode.PERSON_NAME_CHARACTERS.with());
            }
        }
        int most = latin ? MOST_LATIN : MOST_HAN;
        if (points.length > most) {
            return Optional.of(IssueCode.PERSON_NAME_LONG.with(most));
        }
        return points.length < 2 ? Optional.of(IssueCode.PERSON_NAME_SHORT.with()) : Optional.empty();
    }

    /** An investor is a person or, when the paper beside says UNIT, an organisation, whose name may hold anything. */
    static Optional<Finding> personOrUnit(String text, Beside beside) {
        if (beside.idType().filter("UNIT"::equals).isEmpty()) {
            return person(text);
        }
        return text.codePointCount(0, text.length()) < 2
                ? Optional.of(IssueCode.UNIT_NAME_SHORT.with())
                : Optional.empty();
    }

    /** Two Chinese characters or more, no place of county rank or above, no word that is kept for others. */
    static Optional<Finding> trade(String text) {
        if (!text.codePoints().allMatch(Tidying::han)) {
            return Optional.of(IssueCode.TRADE_NAME_CHARACTERS.with());
        }
        if (text.codePointCount(0, text.length()) < 2) {
            return Optional.of(IssueCode.TRADE_NAME_SHORT.with());
        }
        if (WordLists.places().contains(text)) {
            return Optional.of(IssueCode.TRADE_NAME_PLACE.with());
        }
        return WordLists.banned().stream().filter(text::contains).findFirst().map(IssueCode.TRADE_NAME_BANNED::with);
    }
}
