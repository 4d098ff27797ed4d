/**
 * The devices that are there: {@link org.virtualwindow.kiosk.device.Devices} asks its drivers every few seconds what they find, opens
 * it, and knows how each is. Whatever a driver does, it takes nobody else with it.
 */
@NullMarked
package org.virtualwindow.kiosk.device;

import org.jspecify.annotations.NullMarked;
