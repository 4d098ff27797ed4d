/** The words the programs say to each other: records, one sealed family per role and direction. */
@NullMarked
package org.virtualwindow.protocol;

import org.jspecify.annotations.NullMarked;
