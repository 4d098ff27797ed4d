/** The demo cities, so that the whole can be tried by one person on one machine. */
@NullMarked
package org.virtualwindow.server.demo;

import org.jspecify.annotations.NullMarked;
