/** Documents that the server makes of a matter, to be printed. */
@NullMarked
package org.virtualwindow.server.document;

import org.jspecify.annotations.NullMarked;
