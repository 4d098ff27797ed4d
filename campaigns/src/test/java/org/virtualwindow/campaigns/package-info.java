@NullMarked
package org.virtualwindow.campaigns;

import org.jspecify.annotations.NullMarked;
