package org.virtualwindow.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import org.virtualwindow.system.FakeDevices.Colour;

/** What really arrives in a page: decoded pixels and sound, not what the page says of them. */
final class Senses {
    private static final int NEAR = 45;

    private Senses() {}

    /** Waits for the colour; returns the average colour of the picture as it was seen last. */
    static Colour colourOf(Locator video, Colour wanted) {
        List<?> parts = (List<?>) video.evaluate("""
            async (video, [red, green, blue, near]) => {
              const canvas = document.createElement("canvas");
              [canvas.width, canvas.height] = [16, 9];
              const pen = canvas.getContext("2d", { willReadFrequently: true });
              const end = performance.now() + 60_000;
              let seen = [-1, -1, -1];
              while (performance.now() < end) {
                if (video.videoWidth > 0) {
                  pen.drawImage(video, 0, 0, 16, 9);
                  const { data } = pen.getImageData(0, 0, 16, 9);
                  seen = [0, 1, 2].map((part) => {
                    let sum = 0;
                    for (let at = part; at < data.length; at += 4) sum += data[at];
                    return Math.round(sum / (data.length / 4));
                  });
                  const off = Math.max(...[red, green, blue].map((one, part) => Math.abs(one - seen[part])));
                  if (off <= near) break;
                }
                await new Promise((again) => setTimeout(again, 50));
              }
              return seen;
            }\
            """, List.of(wanted.red(), wanted.green(), wanted.blue(), NEAR));
        return new Colour(number(parts.get(0)), number(parts.get(1)), number(parts.get(2)));
    }

    /** Waits for the tone; returns the loudest frequency as it was heard last, in hertz. */
    static double toneOf(Locator video, int wanted) {
        return ((Number) video.evaluate("""
            async (video, wanted) => {
              const context = new AudioContext();
              const analyser = context.createAnalyser();
              analyser.fftSize = 8192;
              context.createMediaStreamSource(video.srcObject).connect(analyser);
              const bins = new Float32Array(analyser.frequencyBinCount);
              const end = performance.now() + 60_000;
              let heard = 0;
              while (performance.now() < end && Math.abs(heard - wanted) > 12) {
                await new Promise((again) => setTimeout(again, 100));
                analyser.getFloatFrequencyData(bins);
                const loudest = bins.reduce((best, level, bin) => (level > bins[best] ? bin : best), 1);
                if (bins[loudest] > -70) heard = (loudest * context.sampleRate) / analyser.fftSize;
              }
              await context.close();
              return heard;
            }\
            """, wanted)).doubleValue();
    }

    /** Face and voice of that person arrive, and the picture moves. */
    static void seeAndHear(Locator video, FakeDevices whose) {
        assertThat(colourOf(video, whose.colour()).from(whose.colour()))
                .as("the colour of " + whose.name())
                .isLessThan(60);
        moves(video);
        assertThat(toneOf(video, whose.hertz()))
                .as("the tone of " + whose.name())
                .isBetween(whose.hertz() - 15.0, whose.hertz() + 15.0);
    }

    /** Waits until so many more frames were decoded. */
    static void moves(Locator video) {
        video.page()
                .waitForFunction(
                        "([video, from]) => video.getVideoPlaybackQuality().totalVideoFrames > from + 5",
                        List.of(
                                video.elementHandle(),
                                video.evaluate("video => video.getVideoPlaybackQuality().totalVideoFrames")));
    }

    private static int number(Object part) {
        return ((Number) part).intValue();
    }
}
