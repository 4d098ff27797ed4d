/** The clerk's door: what a console's messages mean, and what it is told. */
@NullMarked
package org.virtualwindow.server.clerk;

import org.jspecify.annotations.NullMarked;
