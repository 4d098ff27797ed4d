/** The database: a PostgreSQL of our own, or one that is named; pool and migrations. */
@NullMarked
package org.virtualwindow.server.postgres;

import org.jspecify.annotations.NullMarked;
