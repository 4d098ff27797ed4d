/** What is said of a call and its case to whoever operates the server: one line in the log for each milestone. */
@NullMarked
package org.virtualwindow.server.milestone;

import org.jspecify.annotations.NullMarked;
