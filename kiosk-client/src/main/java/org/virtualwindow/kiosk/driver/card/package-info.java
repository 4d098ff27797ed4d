/** The text that the chip of an identity card holds, however it was read. */
@NullMarked
package org.virtualwindow.kiosk.driver.card;

import org.jspecify.annotations.NullMarked;
