/** What identity cards say, as the forms write it. */
@NullMarked
package org.virtualwindow.server.card;

import org.jspecify.annotations.NullMarked;
