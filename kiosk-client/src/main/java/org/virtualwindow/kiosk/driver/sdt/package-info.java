/**
 * Identity card readers by the SDT interface ({@code libsdtapi.so}) that comes with the security module of GA/T 467 and that most makers
 * offer. Native: runs in a process of its own.
 */
@NullMarked
package org.virtualwindow.kiosk.driver.sdt;

import org.jspecify.annotations.NullMarked;
