/**
 * One connected browser or daemon, whatever its role: reading with limits, writing through one bounded outbox, beats, close codes.
 * The roles' own doors say what the messages mean.
 */
@NullMarked
package org.virtualwindow.server.connection;

import org.jspecify.annotations.NullMarked;
