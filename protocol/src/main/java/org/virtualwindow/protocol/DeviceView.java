package org.virtualwindow.protocol;

import java.util.List;
import org.virtualwindow.protocol.ids.DeviceId;
import org.virtualwindow.protocol.values.Capability;
import org.virtualwindow.protocol.values.DeviceCondition;
import org.virtualwindow.protocol.values.Trouble;

/**
 * A device of a kiosk, as it is now.
 *
 * @param name maker and model, as the device says; at most 80 characters, not translated
 * @param troubles why it is as it is; empty where it is {@link DeviceCondition#OK}
 * @param simulated no real device: every screen that shows it says so
 */
public record DeviceView(
        DeviceId device,
        String name,
        List<Capability> can,
        DeviceCondition condition,
        List<Trouble> troubles,
        Boolean simulated) {
    private static final int LONGEST_NAME = 80;

    public DeviceView {
        if (name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("name must have at most " + LONGEST_NAME + " characters");
        }
    }
}
