/** Runs tests beside real daemons (CUPS, pcscd, SANE) where they disturb nothing and nobody: in namespaces of their own. */
@NullMarked
package org.virtualwindow.kiosk.driver.rig;

import org.jspecify.annotations.NullMarked;
