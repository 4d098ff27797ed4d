@NullMarked
package org.virtualwindow.campaigns.history;

import org.jspecify.annotations.NullMarked;
