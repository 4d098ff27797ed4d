/** Identity cards and what reads them. A real reader speaks through the kiosk's device daemon; so far there is a simulated one. */
@NullMarked
package org.virtualwindow.server.card;

import org.jspecify.annotations.NullMarked;
