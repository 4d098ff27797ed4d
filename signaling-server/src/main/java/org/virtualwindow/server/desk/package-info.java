/**
 * The desk: the line, the clerks, and the state of every call. One owner for all of them, because to give a call to a clerk is to
 * look at the line, the clerks and the call at once.
 */
@NullMarked
package org.virtualwindow.server.desk;

import org.jspecify.annotations.NullMarked;
