package org.virtualwindow.protocol;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Everything a kiosk's device daemon may say. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface FromDevice permits Beat, FromDevice.DeviceAlive {

    /** Sent on connecting and every minute after: the daemon runs, and which version. Answered by {@link ToDevice.DeviceNoted}. */
    record DeviceAlive(String version, Long upSeconds) implements FromDevice {}
}
