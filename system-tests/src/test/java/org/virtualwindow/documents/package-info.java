/** Whether the documentation says what is so. */
@NullMarked
package org.virtualwindow.documents;

import org.jspecify.annotations.NullMarked;
