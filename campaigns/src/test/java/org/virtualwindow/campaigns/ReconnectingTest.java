package org.virtualwindow.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.virtualwindow.protocol.json.WireCodec;

/** The samples lie beside {@code reconnect.ts}, whose test reads them too. */
class ReconnectingTest {
    private static final Path SAMPLES = Path.of("../web-kit/src/main/web/signaling/reconnect.samples.json");

    private record Sample(Integer code, Integer failures, Boolean busy, Double chance, Object after, Long probe) {}

    @Test
    void aPageWithoutABrowserWaitsAsTheRealOneDoes() throws IOException {
        List<Sample> samples = List.of(WireCodec.read(Files.readAllBytes(SAMPLES), Sample[].class));
        assertThat(samples).hasSizeGreaterThan(10).allSatisfy(sample -> {
            Object millis = Reconnecting.after(sample.code(), sample.failures(), sample.busy(), sample.chance())
                    .<Object>map(Duration::toNanos)
                    .orElse("never");
            Object wanted = sample.after() instanceof Number number
                    ? (Object) Math.round(number.doubleValue() * 1e6)
                    : sample.after();
            assertThat(millis).isEqualTo(wanted);
            assertThat(Reconnecting.probeTimeout(sample.busy(), sample.failures())
                            .toMillis())
                    .isEqualTo(sample.probe());
        });
    }
}
