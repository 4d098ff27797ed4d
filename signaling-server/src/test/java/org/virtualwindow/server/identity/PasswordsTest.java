package org.virtualwindow.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    @Test
    void matchesThePasswordThatWasHashedAndNoOther() {
        String stored = Passwords.hash("南浔 k3md");
        assertThat(stored).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain("k3md");
        assertThat(Passwords.matches("南浔 k3md", Optional.of(stored))).isTrue();
        assertThat(Passwords.matches("南浔 k3mD", Optional.of(stored))).isFalse();
    }

    @Test
    void hashesTheSamePasswordDifferentlyEachTime() {
        assertThat(Passwords.hash("same")).isNotEqualTo(Passwords.hash("same"));
    }

    @Test
    void matchesNothingWhereThereIsNoAccount() {
        assertThat(Passwords.matches("", Optional.empty())).isFalse();
    }
}
