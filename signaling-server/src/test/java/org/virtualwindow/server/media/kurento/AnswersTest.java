package org.virtualwindow.server.media.kurento;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnswersTest {
    @Test
    void aMediumOnPort0IsRefusedUnlessItWasOfferedSo() {
        String offer = "v=0\r\nm=audio 9 X 111\r\nm=video 9 X 96\r\n";

        assertThat(Answers.refusesAny(offer, "v=0\r\nm=audio 5004 X 111\r\nm=video 5004 X 96\r\n"))
                .isFalse();
        assertThat(Answers.refusesAny(offer, "v=0\r\nm=audio 5004 X 111\r\nm=video 0 X 96\r\n"))
                .isTrue();
        assertThat(Answers.refusesAny(offer, "v=0\r\nm=audio 5004 X 111\r\n")).isTrue();
        assertThat(Answers.refusesAny(
                        "m=audio 9 X 111\r\nm=video 0 X 96\r\n", "m=audio 5004 X 111\r\nm=video 0 X 96\r\n"))
                .isFalse();
    }
}
