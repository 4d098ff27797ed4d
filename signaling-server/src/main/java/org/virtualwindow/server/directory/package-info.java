/** Who and what there is: centres with their hours, kiosks, clerks, hall managers, helpers, service windows. */
@NullMarked
package org.virtualwindow.server.directory;

import org.jspecify.annotations.NullMarked;
