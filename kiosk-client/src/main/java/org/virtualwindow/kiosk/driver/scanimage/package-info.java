/** Scans with whatever SANE knows, through its program {@code scanimage}: a vendor's code that crashes takes nothing else with it. */
@NullMarked
package org.virtualwindow.kiosk.driver.scanimage;

import org.jspecify.annotations.NullMarked;
