/** The device daemon's door. */
@NullMarked
package org.virtualwindow.server.device;

import org.jspecify.annotations.NullMarked;
