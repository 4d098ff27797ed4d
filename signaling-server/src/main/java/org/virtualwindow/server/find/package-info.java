/** Finding a service item by what people call it, in characters, pinyin, initials or English. */
@NullMarked
package org.virtualwindow.server.find;

import org.jspecify.annotations.NullMarked;
