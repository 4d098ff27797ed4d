/** The doors: Jetty, the pages, the gate before every socket. */
@NullMarked
package org.virtualwindow.server.http;

import org.jspecify.annotations.NullMarked;
