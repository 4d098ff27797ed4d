/**
 * Cards at any PC/SC reader, by {@code javax.smartcardio}. A resident identity card cannot be read this way: its chip answers only to the
 * security module of GA/T 467 (package {@code sdt}). What is read are cards that give their text to everybody who selects their
 * application, as the hall's configuration describes it. Native: runs in a process of its own.
 */
@NullMarked
package org.virtualwindow.kiosk.driver.pcsc;

import org.jspecify.annotations.NullMarked;
