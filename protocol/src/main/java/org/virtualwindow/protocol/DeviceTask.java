package org.virtualwindow.protocol;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;
import org.virtualwindow.protocol.values.Capability;
import org.virtualwindow.protocol.values.FieldPath;

/** What a device of a kiosk can be asked to do; each takes one {@link Capability}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface DeviceTask {
    /** What it takes. */
    Capability takes();

    /**
     * Read the identity card that is laid on the reader within the time. Ends with {@link DeviceResult.CardWasRead}.
     *
     * @param simulated which card lies there, where the reader is simulated; others do not look at it
     */
    record ReadIdCard(Optional<String> simulated) implements DeviceTask {
        @Override
        public Capability takes() {
            return Capability.READ_CARD;
        }
    }

    /**
     * Scan what lies on the glass, or everything in the feeder. Ends with {@link DeviceResult.PagesKept}.
     *
     * @param dpi from 75 to 600
     * @param maxPages from 1 to 50; the glass has one
     */
    record ScanPages(ScanSource source, Long dpi, ScanMode mode, Long maxPages) implements DeviceTask {
        public ScanPages {
            if (dpi < 75 || dpi > 600) {
                throw new IllegalArgumentException("dpi must be from 75 to 600");
            }
            if (maxPages < 1 || maxPages > 50) {
                throw new IllegalArgumentException("maxPages must be from 1 to 50");
            }
        }

        @Override
        public Capability takes() {
            return Capability.SCAN;
        }
    }

    /**
     * Print a stored document, which the daemon fetches. Ends with {@link DeviceResult.WasPrinted} once the printer says that the
     * last sheet is out.
     *
     * @param copies from 1 to 5
     */
    record PrintDocument(Blob document, Long copies) implements DeviceTask {
        public PrintDocument {
            if (copies < 1 || copies > 5) {
                throw new IllegalArgumentException("copies must be from 1 to 5");
            }
        }

        @Override
        public Capability takes() {
            return Capability.PRINT;
        }
    }

    /** Take a picture of what lies under the document camera. Ends with {@link DeviceResult.PagesKept} of one page. */
    record CapturePage() implements DeviceTask {
        @Override
        public Capability takes() {
            return Capability.CAPTURE;
        }
    }

    /**
     * Show the clerk live what lies under the document camera, as a picture of the call ({@link MediaMessage.MediaSource#BED}). While it
     * runs the clerk may have pages taken by {@link CapturePage}. Runs until somebody stops it, and ends with whatever is between the
     * two: nothing is kept of it.
     */
    record WatchBed() implements DeviceTask {
        @Override
        public Capability takes() {
            return Capability.CAPTURE;
        }
    }

    /** Open the signature pad for this field. Ends with {@link DeviceResult.WasSigned}. */
    record DrawSignature(FieldPath field) implements DeviceTask {
        @Override
        public Capability takes() {
            return Capability.SIGN;
        }
    }

    /** Where the paper lies. */
    enum ScanSource {
        GLASS,
        FEEDER
    }

    /** What becomes of the colours. */
    enum ScanMode {
        COLOUR,
        GREY
    }
}
