/**
 * Kurento media servers as a relay. Their Java client is treated as something that may hang, fall silent or close itself for ever:
 * each is used for one connection, every call has a time limit of our own, and after any doubt there is another.
 */
@NullMarked
package org.virtualwindow.server.media.kurento;

import org.jspecify.annotations.NullMarked;
