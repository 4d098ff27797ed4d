/** A call's states and how it moves between them. Pure: no clock, no I/O. */
@NullMarked
package org.virtualwindow.server.call;

import org.jspecify.annotations.NullMarked;
