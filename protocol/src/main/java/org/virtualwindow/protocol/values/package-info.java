/** Values that stand inside messages. */
@NullMarked
package org.virtualwindow.protocol.values;

import org.jspecify.annotations.NullMarked;
