/** The whole system: the real server, real browsers, fake cameras. */
@NullMarked
package org.virtualwindow.system;

import org.jspecify.annotations.NullMarked;
