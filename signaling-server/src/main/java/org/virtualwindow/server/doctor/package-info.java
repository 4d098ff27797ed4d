/** What a page needs to look at its own network. */
@NullMarked
package org.virtualwindow.server.doctor;

import org.jspecify.annotations.NullMarked;
