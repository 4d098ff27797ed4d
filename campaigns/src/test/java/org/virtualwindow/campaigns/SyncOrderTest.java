package org.virtualwindow.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SyncOrderTest {
    private static final String SYNC = "71 fdatasync(7) = 0";

    @Test
    void aSyncBeforeEachAnswerIsInOrder() {
        SyncOrder found = SyncOrder.of(List.of(SYNC, answer("a"), SYNC, SYNC, answer("b")), List.of("a", "b"));
        assertThat(found).isEqualTo(new SyncOrder(3, 2, List.of()));
    }

    @Test
    void anAnswerBeforeItsSyncIsFound() {
        SyncOrder found = SyncOrder.of(List.of(SYNC, answer("a"), answer("b"), SYNC), List.of("a", "b"));
        assertThat(found.early()).containsExactly("b");
    }

    @Test
    void aSyncThatHasOnlyBegunIsNone() {
        String begun = "71 fdatasync(7 <unfinished ...>";
        String ended = "71 <... fdatasync resumed>) = 0";
        assertThat(SyncOrder.of(List.of(begun, answer("a"), ended), List.of("a"))
                        .early())
                .containsExactly("a");
        assertThat(SyncOrder.of(List.of(begun, ended, answer("a")), List.of("a"))
                        .early())
                .isEmpty();
    }

    @Test
    void aSyncThatFailedIsNone() {
        String failed = "71 fsync(7) = -1 EIO (Input/output error)";
        assertThat(SyncOrder.of(List.of(failed, answer("a")), List.of("a")).early())
                .containsExactly("a");
    }

    private static String answer(String op) {
        return "70 write(57, \"\\201A{\\\"type\\\":\\\"Accepted\\\",\\\"opId\\\":\\\"" + op
                + "\\\",\\\"seq\\\":3}\", 67) = 67";
    }
}
