package org.virtualwindow.server.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.virtualwindow.protocol.PublicKey;
import org.virtualwindow.protocol.ids.KioskId;

/**
 * {@code POST /api/device/enrol}: an enrolment code and the public half of a device key for {@code {"kiosk":…}}. 401 when the code
 * opens nothing, 421 where the daemon will report to another origin than it came to.
 */
public final class EnrolDoor extends PostDoor<EnrolDoor.Enrol> {
    private static final int MISDIRECTED = 421;

    private final DeviceKeys keys;

    public EnrolDoor(DeviceKeys keys) {
        super(Enrol.class);
        this.keys = keys;
    }

    /** @param audience the origin to which the daemon will report */
    record Enrol(String code, PublicKey key, String audience) {
        @Override
        public String toString() {
            return "Enrol";
        }
    }

    private record Enrolled(KioskId kiosk) {}

    @Override
    boolean opensWithoutOrigin() {
        return true;
    }

    @Override
    void open(Enrol enrol, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!enrol.audience().equals(origin(request))) {
            refuse(response, MISDIRECTED, "another-origin");
            return;
        }
        var kiosk = keys.enrol(enrol.code(), enrol.key(), enrol.audience());
        if (kiosk.isEmpty()) {
            refuse(response, HttpServletResponse.SC_UNAUTHORIZED, "code-not-valid");
            return;
        }
        answer(response, new Enrolled(kiosk.get()));
    }
}
