/** The case (办件): the legal life of what was filed. */
@NullMarked
package org.virtualwindow.server.casefile;

import org.jspecify.annotations.NullMarked;
