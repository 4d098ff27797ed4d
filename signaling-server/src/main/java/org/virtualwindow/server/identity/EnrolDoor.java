package org.virtualwindow.server.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * {@code POST /api/device/enrol}: an enrolment code for a device key, {@code {"token":…,"kiosk":…}}. 401 when the code opens
 * nothing.
 */
public final class EnrolDoor extends PostDoor<EnrolDoor.Enrol> {
    private final DeviceKeys keys;

    public EnrolDoor(DeviceKeys keys) {
        super(Enrol.class);
        this.keys = keys;
    }

    record Enrol(String code) {
        @Override
        public String toString() {
            return "Enrol";
        }
    }

    @Override
    boolean opensWithoutOrigin() {
        return true;
    }

    @Override
    void open(Enrol enrol, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var enrolled = keys.enrol(enrol.code());
        if (enrolled.isEmpty()) {
            refuse(response, HttpServletResponse.SC_UNAUTHORIZED, "code-not-valid");
            return;
        }
        answer(response, enrolled.get());
    }
}
