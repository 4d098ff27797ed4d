/** The program that stands beside the kiosk's browser: known to the server by a key of its own, it opens no port. */
@NullMarked
package org.virtualwindow.kiosk.daemon;

import org.jspecify.annotations.NullMarked;
