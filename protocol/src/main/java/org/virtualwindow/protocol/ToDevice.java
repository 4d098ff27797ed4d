package org.virtualwindow.protocol;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.virtualwindow.protocol.ids.KioskId;

/** Everything a kiosk's device daemon may be told. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface ToDevice permits Beat, NotUnderstood, ToDevice.DeviceNoted {

    /** The report was written down for this kiosk. */
    record DeviceNoted(KioskId kiosk) implements ToDevice {}
}
