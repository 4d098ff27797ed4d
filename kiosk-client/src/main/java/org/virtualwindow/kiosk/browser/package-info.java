/**
 * Starts the kiosk's browser and minds it: a fresh profile for every applicant, only our pages, back after a crash. It knows the page
 * through the debugging pipe, for three things: stop, wipe, and whether the page still answers.
 */
@NullMarked
package org.virtualwindow.kiosk.browser;

import org.jspecify.annotations.NullMarked;
