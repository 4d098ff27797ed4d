/** What this program keeps in its own memory of people who have left: nothing. */
@NullMarked
package org.virtualwindow.kiosk.memory;

import org.jspecify.annotations.NullMarked;
