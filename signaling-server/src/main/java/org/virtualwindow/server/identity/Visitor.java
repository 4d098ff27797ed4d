package org.virtualwindow.server.identity;

import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.ClerkId;
import org.virtualwindow.protocol.ids.HallManagerId;
import org.virtualwindow.protocol.ids.KioskId;

/** Who stands before a door, known by their cookie, and the centre that bounds what they may ask for. */
public sealed interface Visitor {
    CentreId centre();

    /** @param browserStart stays the same while the browser runs, reloads included; every launch code begins another */
    record KioskVisitor(KioskId kiosk, CentreId centre, String browserStart) implements Visitor {}

    record ClerkVisitor(ClerkId clerk, CentreId centre) implements Visitor {}

    record HallVisitor(HallManagerId manager, CentreId centre) implements Visitor {}
}
