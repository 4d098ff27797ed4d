package org.virtualwindow.kiosk.driver;

import java.util.List;
import org.virtualwindow.protocol.values.DeviceCondition;
import org.virtualwindow.protocol.values.Trouble;

/** How a device is, and why. */
public record Status(DeviceCondition condition, List<Trouble> troubles) {
    public static final Status OK = new Status(DeviceCondition.OK, List.of());

    public static Status of(DeviceCondition condition, Trouble... troubles) {
        return new Status(condition, List.of(troubles));
    }
}
