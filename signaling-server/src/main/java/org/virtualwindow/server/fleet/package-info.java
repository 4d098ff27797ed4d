/** The kiosks as the halls run them: switched off and on, with a word on their first screen, and tried by themselves every day. */
@NullMarked
package org.virtualwindow.server.fleet;

import org.jspecify.annotations.NullMarked;
