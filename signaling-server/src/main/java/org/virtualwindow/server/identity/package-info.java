/**
 * Who may come in, and how: sign-in, one cookie per door, launch and enrolment codes, device keys, and the REST doors that
 * hand them out. Every secret is made here from 80 to 256 random bits, given out once and kept as a hash.
 */
@NullMarked
package org.virtualwindow.server.identity;

import org.jspecify.annotations.NullMarked;
