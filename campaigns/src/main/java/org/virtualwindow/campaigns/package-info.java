/** Runs in which something is broken again and again, and what was found afterwards. */
@NullMarked
package org.virtualwindow.campaigns;

import org.jspecify.annotations.NullMarked;
