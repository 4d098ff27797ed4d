package org.virtualwindow.kiosk.device;

import org.virtualwindow.kiosk.driver.DeviceDriver;
import org.virtualwindow.kiosk.driver.Settings;

/** A driver that this kiosk uses, and what its configuration says to it. */
public record Configured(DeviceDriver driver, Settings settings) {}
