package org.virtualwindow.kiosk.driver.escl;

import java.util.Optional;
import java.util.stream.IntStream;
import org.virtualwindow.protocol.DeviceTask.ScanSource;

/**
 * What a scanner says it can do.
 *
 * @param version of the protocol, which it wants to hear again
 * @param glass absent where it has none, and so is the feeder
 */
record ScannerCapabilities(
        String name, Optional<String> serial, String version, Optional<Input> glass, Optional<Input> feeder) {

    /** @param width in 1/300 inch, and so is the height */
    record Input(int width, int height, int[] resolutions, boolean colour, boolean grey) {
        private static final int A4_WIDTH = 2480;
        private static final int A4_HEIGHT = 3508;

        private static Input of(Xml caps) {
            return new Input(
                    caps.number("MaxWidth").orElse(A4_WIDTH),
                    caps.number("MaxHeight").orElse(A4_HEIGHT),
                    resolutions(caps),
                    caps.texts("ColorMode").contains("RGB24"),
                    caps.texts("ColorMode").contains("Grayscale8"));
        }

        private static int[] resolutions(Xml caps) {
            Optional<Xml> range = caps.first("ResolutionRange").flatMap(it -> it.first("XResolutionRange"));
            if (range.isPresent()) {
                int least = range.get().number("Min").orElse(300);
                int step = Math.max(1, range.get().number("Step").orElse(1));
                int most = Math.min(range.get().number("Max").orElse(300), 2400);
                return IntStream.iterate(least, dpi -> dpi <= most, dpi -> dpi + step)
                        .toArray();
            }
            return caps.all("DiscreteResolution").stream()
                    .flatMap(each -> each.number("XResolution").stream())
                    .mapToInt(Integer::intValue)
                    .sorted()
                    .toArray();
        }

        /** The least that shows what was asked for, or the most there is. */
        int dpi(long asked) {
            return IntStream.of(resolutions)
                    .filter(dpi -> dpi >= asked)
                    .findFirst()
                    .orElseGet(() -> IntStream.of(resolutions).max().orElse(300));
        }

        /** No longer than A4: what is left of it, a feeder pulls through for nothing. */
        int scanWidth() {
            return Math.min(width, A4_WIDTH);
        }

        int scanHeight() {
            return Math.min(height, A4_HEIGHT);
        }
    }

    static ScannerCapabilities of(Xml xml) {
        return new ScannerCapabilities(
                xml.first("MakeAndModel")
                        .map(Xml::text)
                        .filter(name -> !name.isEmpty())
                        .orElse("eSCL"),
                xml.first("SerialNumber")
                        .or(() -> xml.first("UUID"))
                        .map(Xml::text)
                        .filter(serial -> !serial.isEmpty()),
                xml.first("Version").map(Xml::text).orElse("2.0"),
                xml.first("PlatenInputCaps").map(Input::of),
                xml.first("AdfSimplexInputCaps").map(Input::of));
    }

    Optional<Input> input(ScanSource source) {
        return switch (source) {
            case GLASS -> glass;
            case FEEDER -> feeder;
        };
    }
}
