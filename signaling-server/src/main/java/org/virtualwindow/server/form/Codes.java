package org.virtualwindow.server.form;

import java.util.Optional;
import java.util.function.IntPredicate;
import org.virtualwindow.server.form.IssueCode.Finding;

/** Numbers of cars, papers and homes that are written with letters and digits. */
final class Codes {
    /** One sign for each province, as plates have it. */
    private static final String PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
    /** Instead of the last sign: trailers, driving schools, police, Hong Kong and Macao. */
    private static final String LAST_OF_A_PLATE = "挂学警港澳";

    private static final int VIN_SIGNS = 17;
    private static final int CERTIFICATE_SIGNS = 10;
    private static final int UNIT_SIGNS = 28;

    private Codes() {}

    /** GA 36: the province, a letter, five signs, six for cars of new energy; no I and no O. */
    static Optional<Finding> plate(String text) {
        int length = text.length();
        boolean right = (length == 7 || length == 8)
                && PROVINCES.indexOf(text.charAt(0)) >= 0
                && letter(text.charAt(1))
                && text.chars().limit(length - 1L).skip(2).allMatch(Codes::plain)
                && (plain(text.charAt(length - 1)) || LAST_OF_A_PLATE.indexOf(text.charAt(length - 1)) >= 0);
        return unless(right, IssueCode.PLATE_NO);
    }

    /** GB 16735: seventeen letters and digits, no I, O or Q. */
    static Optional<Finding> vin(String text) {
        IntPredicate possible = sign -> plain(sign) && sign != 'Q';
        return unless(text.length() == VIN_SIGNS && text.chars().allMatch(possible), IssueCode.VIN);
    }

    /** A letter and nine digits. */
    static Optional<Finding> birthCertificate(String text) {
        boolean right = text.length() == CERTIFICATE_SIGNS
                && upper(text.charAt(0))
                && text.chars().skip(1).allMatch(Tidying::digit);
        return unless(right, IssueCode.BIRTH_CERT_NO);
    }

    /** 不动产单元号: twenty-eight letters and digits. */
    static Optional<Finding> realEstateUnit(String text) {
        boolean right =
                text.length() == UNIT_SIGNS && text.chars().allMatch(sign -> upper(sign) || Tidying.digit(sign));
        return unless(right, IssueCode.UNIT_NO);
    }

    private static boolean plain(int sign) {
        return Tidying.digit(sign) || letter(sign);
    }

    private static boolean letter(int sign) {
        return upper(sign) && sign != 'I' && sign != 'O';
    }

    private static boolean upper(int sign) {
        return sign >= 'A' && sign <= 'Z';
    }

    private static Optional<Finding> unless(boolean right, IssueCode wrong) {
        return right ? Optional.empty() : Optional.of(wrong.with());
    }
}
