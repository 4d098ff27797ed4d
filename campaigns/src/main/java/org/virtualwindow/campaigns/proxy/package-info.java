/** A network that can be made bad on purpose: streams and datagrams pass through it late, slowly, not at all. */
@NullMarked
package org.virtualwindow.campaigns.proxy;

import org.jspecify.annotations.NullMarked;
