package org.virtualwindow.kiosk.host;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Optional;
import org.virtualwindow.kiosk.driver.Found;
import org.virtualwindow.kiosk.driver.Status;
import org.virtualwindow.protocol.Blob;
import org.virtualwindow.protocol.DeviceResult;
import org.virtualwindow.protocol.values.Trouble;

/** What a driver's process says about a call. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
sealed interface FromHost {
    Long call();

    record FoundAre(Long call, List<Found> found) implements FromHost {}

    record Opened(Long call) implements FromHost {}

    record StatusIs(Long call, Status status) implements FromHost {}

    record Ended(Long call, DeviceResult result) implements FromHost {}

    /** A {@link org.virtualwindow.kiosk.driver.DeviceFault}. */
    record Failed(Long call, Trouble why, Optional<String> detail) implements FromHost {}

    /** The driver threw what it may not throw: its class, never its words. */
    record Threw(Long call, String what) implements FromHost {}

    record Stopped(Long call) implements FromHost {}

    record Progress(Long call, Long percent) implements FromHost {}

    record WaitsFor(Long call, Trouble trouble) implements FromHost {}

    /** Of a page to be stored, in base64. */
    record PagePart(Long call, String part, Boolean last, String mediaType) implements FromHost {}

    record WantsDocument(Long call, Blob document) implements FromHost {}
}
