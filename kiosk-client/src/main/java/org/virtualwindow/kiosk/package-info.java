/** The device daemon that stands beside the kiosk's browser. */
@NullMarked
package org.virtualwindow.kiosk;

import org.jspecify.annotations.NullMarked;
