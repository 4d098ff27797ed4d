/** What somebody who sets a kiosk up may choose: {@code docs/operations/kiosk.sample.yaml} names all of it. */
@NullMarked
package org.virtualwindow.kiosk.config;

import org.jspecify.annotations.NullMarked;
