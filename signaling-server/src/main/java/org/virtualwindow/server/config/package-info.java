/** What the person who starts the server may choose. */
@NullMarked
package org.virtualwindow.server.config;

import org.jspecify.annotations.NullMarked;
