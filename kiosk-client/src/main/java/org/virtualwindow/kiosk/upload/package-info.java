/** How pages come from this kiosk to its server, and documents from the server to this kiosk. */
@NullMarked
package org.virtualwindow.kiosk.upload;

import org.jspecify.annotations.NullMarked;
