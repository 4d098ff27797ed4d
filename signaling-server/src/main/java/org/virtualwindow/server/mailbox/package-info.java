/** One owner per thing: what changes a room or the desk runs in its mailbox, one task at a time. */
@NullMarked
package org.virtualwindow.server.mailbox;

import org.jspecify.annotations.NullMarked;
