/**
 * The journal: the one place that writes events. What was acknowledged is in it, and nothing durable leaves before its commit.
 *
 * <p>A room or the desk owns a {@link org.virtualwindow.server.journal.Stream} and appends to it from its mailbox; the {@link
 * org.virtualwindow.server.journal.Journal} writes what many owners append in one commit and tells each when it is on disk.
 */
@NullMarked
package org.virtualwindow.server.journal;

import org.jspecify.annotations.NullMarked;
