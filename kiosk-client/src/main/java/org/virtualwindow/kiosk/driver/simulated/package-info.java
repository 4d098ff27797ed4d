/**
 * Devices that are not there: a card reader, a scanner and a printer with scripted faults, so that everything can be tried without
 * hardware. Every screen says that they are simulated.
 */
@NullMarked
package org.virtualwindow.kiosk.driver.simulated;

import org.jspecify.annotations.NullMarked;
