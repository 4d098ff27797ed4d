/** The server's entrance and its wiring. */
@NullMarked
package org.virtualwindow.server;

import org.jspecify.annotations.NullMarked;
