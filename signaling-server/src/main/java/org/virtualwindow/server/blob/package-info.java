/** Pages, photographs and documents of a matter: how they come in, where they lie, and who is shown them. */
@NullMarked
package org.virtualwindow.server.blob;

import org.jspecify.annotations.NullMarked;
