/** Sound and picture of a call: who sends to whom, and the relay of the negotiation between them. A media failure never ends a room. */
@NullMarked
package org.virtualwindow.server.media;

import org.jspecify.annotations.NullMarked;
