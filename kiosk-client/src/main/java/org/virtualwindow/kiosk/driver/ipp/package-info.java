/** Prints by the Internet Printing Protocol (RFC 8010, RFC 8011): through CUPS, or straight to a printer. */
@NullMarked
package org.virtualwindow.kiosk.driver.ipp;

import org.jspecify.annotations.NullMarked;
