/**
 * What a driver is to the daemon: a {@link org.virtualwindow.kiosk.driver.DeviceDriver} finds devices and opens them, a {@link
 * org.virtualwindow.kiosk.driver.Device} says how it is and does one task at a time. Drivers of others are found by {@link
 * java.util.ServiceLoader}. CONTRIBUTING.md has the recipe.
 */
@NullMarked
package org.virtualwindow.kiosk.driver;

import org.jspecify.annotations.NullMarked;
