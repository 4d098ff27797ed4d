/** Identifiers: one record per kind, so that two of them cannot be swapped. */
@NullMarked
package org.virtualwindow.protocol.ids;

import org.jspecify.annotations.NullMarked;
