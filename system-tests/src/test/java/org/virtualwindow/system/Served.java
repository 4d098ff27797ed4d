package org.virtualwindow.system;

import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.server.Wiring;

/** A running server as people see it. */
interface Served extends AutoCloseable {
    String origin();

    /** For one start of this kiosk's browser. */
    String launchCode(KioskId kiosk);

    /** In this process, where a test can reach into it. */
    static Served here(Wiring wiring) {
        return new Served() {
            @Override
            public String origin() {
                return wiring.origin();
            }

            @Override
            public String launchCode(KioskId kiosk) {
                return wiring.launchCodes().makeLaunch(kiosk).code();
            }

            @Override
            public void close() {
                wiring.close();
            }
        };
    }
}
