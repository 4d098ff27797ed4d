/** Scans by eSCL, the scanning protocol of the Mopria Alliance that printers with a scanner speak over HTTP (AirScan). */
@NullMarked
package org.virtualwindow.kiosk.driver.escl;

import org.jspecify.annotations.NullMarked;
