package org.virtualwindow.server.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.server.postgres.Sql;
import org.virtualwindow.server.postgres.WithPostgres;

@ExtendWith(WithPostgres.class)
class CaseNumbersTest {
    private static final CentreId NANXUN = new CentreId("330503");

    private final Sql sql;

    CaseNumbersTest(Sql sql) {
        this.sql = sql;
        sql.update(
                "insert into centre (id, name_zh, name_en, region_zh, region_en) values (?, 'x', 'x', 'x', 'x')"
                        + " on conflict do nothing",
                NANXUN.value());
    }

    @Test
    void theCheckCharacterIsThatOfIso7064() {
        // the example of the Global Release Identifier, which uses MOD 37,36 too
        assertThat(CaseNumbers.check("A12425GABC1234002")).isEqualTo('M');
    }

    @Test
    void everySingleWrongOrSwappedCharacterIsFound() {
        String number = "3305032603040100017";
        char check = CaseNumbers.check(number);
        for (int i = 0; i < number.length(); i++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                String wrong = number.substring(0, i) + digit + number.substring(i + 1);
                assertThat(CaseNumbers.check(wrong) == check).isEqualTo(wrong.equals(number));
            }
        }
        for (int i = 0; i + 1 < number.length(); i++) {
            String swapped = number.substring(0, i) + number.charAt(i + 1) + number.charAt(i) + number.substring(i + 2);
            assertThat(CaseNumbers.check(swapped) == check).isEqualTo(swapped.equals(number));
        }
    }

    @Test
    void numbersOfADayAreDrawnOnceEachAlsoByManyAtOnce() {
        CaseNumbers numbers = new CaseNumbers(sql);
        Instant nearlyMidnightInChina = Instant.parse("2026-03-04T15:59:59Z");

        Set<String> drawn = new HashSet<>(IntStream.range(0, 40)
                .parallel()
                .mapToObj(i -> numbers.draw(NANXUN, nearlyMidnightInChina).value())
                .toList());

        assertThat(drawn).hasSize(40).allSatisfy(number -> assertThat(number).startsWith("33050326030401"));
        assertThat(numbers.draw(NANXUN, nearlyMidnightInChina.plusSeconds(1)).value())
                .as("the next day begins in China")
                .startsWith("3305032603050100001");
    }
}
