/** Which item packages are in force and which were: on disk, because a room goes on with the one it was opened with. */
@NullMarked
package org.virtualwindow.server.items;

import org.jspecify.annotations.NullMarked;
