package org.virtualwindow.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.virtualwindow.protocol.json.WireCodec;
import org.virtualwindow.protocol.json.WireCodec.Decoded;

/**
 * Holds the wire to its golden samples, one per record in {@code src/test/resources/wire}. A missing sample is written by running
 * this test with {@code -Dsamples=write}; a sample that exists is never rewritten.
 */
class WireFormatTest {
    private static final Path SAMPLES = Path.of("src/test/resources/wire");

    static Stream<Class<?>> messages() {
        return Records.messages().values().stream();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void everyMessageReadsAndWritesItsGoldenSample(Class<?> record) throws IOException {
        Path file = SAMPLES.resolve(record.getSimpleName() + ".json");
        if (!Files.exists(file) && "write".equals(System.getProperty("samples"))) {
            Files.writeString(file, WireCodec.encode(Records.example(record)) + "\n");
        }
        assertThat(file).as("run with -Dsamples=write to make it").exists();
        String sample = Files.readString(file).strip();

        Object message = WireCodec.read(sample.getBytes(StandardCharsets.UTF_8), Records.rootOf(record));

        assertThat(message).isInstanceOf(record);
        assertThat(WireCodec.encode(message)).isEqualTo(sample);
    }

    @Test
    void everySampleBelongsToAMessage() throws IOException {
        Map<String, Class<?>> messages = Records.messages();
        try (Stream<Path> files = Files.list(SAMPLES)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".json", "")))
                    .allSatisfy(name -> assertThat(messages).containsKey(name));
        }
    }

    @ParameterizedTest
    @MethodSource("messages")
    void whatOneRoleMaySayAnotherCannotDecode(Class<?> record) throws IOException {
        String sample = Files.readString(SAMPLES.resolve(record.getSimpleName() + ".json"));
        Stream.of(FromKiosk.class, FromClerk.class, FromHall.class, FromDevice.class)
                .filter(root -> !root.isAssignableFrom(record))
                .forEach(root -> assertThat(WireCodec.decode(sample, root))
                        .as("%s at %s", record.getSimpleName(), root.getSimpleName())
                        .isInstanceOf(Decoded.NotOurs.class));
    }

    @Test
    void theCommittedTypeScriptIsWhatTheRecordsSay() throws IOException {
        Path file = Path.of("../web-kit/src/main/web/protocol.ts");
        String written = new TypeScriptWriter().write();
        if ("write".equals(System.getProperty("samples"))) {
            Files.writeString(file, written);
        }
        assertThat(Files.readString(file))
                .as("rewrite it: mvn -q -pl protocol test -Dtest=WireFormatTest -Dsamples=write")
                .isEqualTo(written);
    }

    @Test
    void theProtocolPageIsWhatTheRecordsSay() throws IOException {
        Path file = Path.of("../docs/protocol.md");
        String written = new ProtocolPage().write();
        if ("write".equals(System.getProperty("samples"))) {
            Files.writeString(file, written);
        }
        assertThat(Files.readString(file))
                .as("rewrite it: mvn -q -pl protocol test -Dtest=WireFormatTest -Dsamples=write")
                .isEqualTo(written);
    }
}
