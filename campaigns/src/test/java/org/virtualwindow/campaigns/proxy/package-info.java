@NullMarked
package org.virtualwindow.campaigns.proxy;

import org.jspecify.annotations.NullMarked;
