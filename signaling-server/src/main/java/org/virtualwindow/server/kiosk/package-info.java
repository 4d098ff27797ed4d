/** The kiosk page's door: what its messages mean, and what it is told. */
@NullMarked
package org.virtualwindow.server.kiosk;

import org.jspecify.annotations.NullMarked;
