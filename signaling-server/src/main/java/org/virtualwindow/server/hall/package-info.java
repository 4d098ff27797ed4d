/** The hall manager's door: what a board's messages mean, and what it is told; always within the manager's centre. */
@NullMarked
package org.virtualwindow.server.hall;

import org.jspecify.annotations.NullMarked;
