/** What everybody said, was told and holds, and a checker that compares it with what is kept. */
@NullMarked
package org.virtualwindow.campaigns.history;

import org.jspecify.annotations.NullMarked;
