package org.virtualwindow.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CodeTest {
    @Test
    void isMadeOfFourGroupsOfLettersThatDoNotLookAlike() {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            String code = Code.random();
            assertThat(code).matches("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}");
            codes.add(code);
        }
        assertThat(codes).hasSize(1_000);
    }

    @Test
    void isTheSameCodeHoweverItWasTyped() {
        assertThat(Code.normal("01AB-CDEF-GHJK-MNPQ")).contains("01ABCDEFGHJKMNPQ");
        assertThat(Code.normal(" oiab cdef ghjk mnpq ")).contains("01ABCDEFGHJKMNPQ");
        assertThat(Code.normal("OlABCDEFGHJKMNPQ")).contains("01ABCDEFGHJKMNPQ");
    }

    @Test
    void aShortOneIsTheSameHoweverItWasTypedToo() {
        assertThat(Code.random(8)).matches("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");
        assertThat(Code.normal("oiab cdef", 8)).contains("01ABCDEF");
        assertThat(Code.normal("01AB-CDE", 8)).isEmpty();
        assertThat(Code.normal("01AB-CDEF-GHJK-MNPQ", 8)).isEmpty();
    }

    @Test
    void isNoCodeWhenItIsShorterLongerOrHasOtherLetters() {
        assertThat(Code.normal("")).isEmpty();
        assertThat(Code.normal("01AB-CDEF-GHJK-MNP")).isEmpty();
        assertThat(Code.normal("01AB-CDEF-GHJK-MNPQ-R")).isEmpty();
        assertThat(Code.normal("UUUU-CDEF-GHJK-MNPQ")).isEmpty();
        assertThat(Code.normal("0".repeat(1_000_000))).isEmpty();
    }
}
