/** A kiosk as it stands in a lobby: its daemon, and the real browser which that minds, on a screen that nobody sees. */
@NullMarked
package org.virtualwindow.campaigns.kiosk;

import org.jspecify.annotations.NullMarked;
