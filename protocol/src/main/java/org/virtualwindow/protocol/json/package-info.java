/** The one place that turns messages into text and back. */
@NullMarked
package org.virtualwindow.protocol.json;

import org.jspecify.annotations.NullMarked;
