/**
 * Devices behind a maker's own service on this machine, which speaks JSON over a local WebSocket in words of its own: the configuration
 * says which question to ask, and where in the answers what stands.
 */
@NullMarked
package org.virtualwindow.kiosk.driver.vendorws;

import org.jspecify.annotations.NullMarked;
