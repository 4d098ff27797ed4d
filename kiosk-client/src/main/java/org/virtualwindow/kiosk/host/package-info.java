/**
 * Drivers that bring native code run in a process of their own: {@link org.virtualwindow.kiosk.host.HostedDriver} is what the daemon sees
 * of one, {@link org.virtualwindow.kiosk.host.DriverHost} the other process. They say {@link org.virtualwindow.kiosk.host.ToHost} and
 * {@link org.virtualwindow.kiosk.host.FromHost} to each other, one JSON object a line, over stdin and stdout.
 */
@NullMarked
package org.virtualwindow.kiosk.host;

import org.jspecify.annotations.NullMarked;
