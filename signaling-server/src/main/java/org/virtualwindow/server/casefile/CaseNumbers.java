package org.virtualwindow.server.casefile;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.virtualwindow.protocol.ids.CaseNo;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.server.postgres.Sql;

/**
 * Draws case numbers: owner's division (6), day (6), kind of entry (2, {@code 01} for the remote window), running number of the
 * owner's day (5), check character. A number drawn for a filing that then fails is not used again.
 */
public final class CaseNumbers {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");
    private static final String REMOTE_WINDOW = "01";
    private static final String SYMBOLS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private final Sql sql;

    public CaseNumbers(Sql sql) {
        this.sql = sql;
    }

    /** Waits for the database. */
    public CaseNo draw(CentreId owner, Instant now) {
        String day = DAY.format(now.atZone(CHINA));
        int drawn = sql.first("""
            insert into case_counter (owner_centre, day, drawn) values (?, ?, 1)
            on conflict (owner_centre, day) do update set drawn = case_counter.drawn + 1
            returning drawn\
            """, row -> row.getInt(1), owner.value(), day).orElseThrow();
        String number = owner.value() + day + REMOTE_WINDOW + "%05d".formatted(drawn);
        return new CaseNo(number + check(number));
    }

    /** The check character of ISO 7064 MOD 37,36, which finds every single wrong or swapped character. */
    static char check(String number) {
        int product = 36;
        for (int i = 0; i < number.length(); i++) {
            int sum = product + SYMBOLS.indexOf(number.charAt(i));
            sum = sum % 36 == 0 ? 36 : sum % 36;
            product = sum * 2 % 37;
        }
        return SYMBOLS.charAt((37 - product) % 36);
    }
}
