package org.virtualwindow.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.virtualwindow.protocol.json.WireCodec;

/**
 * Journals are kept for years: each shape in which an event of a room ever stood in one is read. A line of {@code room-events.jsonl}
 * is added when a record grows or a kind is new, and never changed.
 */
class EarlierEventsTest {
    private static final Path LINES = Path.of("src/test/resources/earlier/room-events.jsonl");

    static List<String> lines() throws IOException {
        return Files.readAllLines(LINES);
    }

    @ParameterizedTest
    @MethodSource("lines")
    void isReadAndSaysWhatItSaid(String line) {
        String now = WireCodec.encode(read(line));
        assertThat(now.replaceAll(",\"\\w+\":null", ""))
                .as("but for what it could not say then")
                .isEqualTo(line);
    }

    @Test
    void everyKindOfPresentationHasALine() throws IOException {
        Stream<Class<?>> kinds = Arrays.stream(Presentation.class.getPermittedSubclasses());
        List<Class<?>> read = lines().stream()
                .map(EarlierEventsTest::read)
                .filter(RoomEvent.Presented.class::isInstance)
                .<Class<?>>map(event -> ((RoomEvent.Presented) event).what().getClass())
                .toList();
        assertThat(kinds).allSatisfy(kind -> assertThat(read).contains(kind));
    }

    private static RoomEvent read(String line) {
        return WireCodec.read(line.getBytes(StandardCharsets.UTF_8), RoomEvent.class);
    }
}
