/** The device daemon's door, and what rooms have devices do. */
@NullMarked
package org.virtualwindow.server.device;

import org.jspecify.annotations.NullMarked;
