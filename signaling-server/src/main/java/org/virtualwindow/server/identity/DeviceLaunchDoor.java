package org.virtualwindow.server.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * {@code POST /api/device/launch}, signed by the device key: a code that opens the page of the daemon's kiosk once, {@code
 * {"code":…}}. 401 without a key in force. What it opens is over with the key.
 */
public final class DeviceLaunchDoor extends JsonDoor {
    private final DeviceKeys keys;
    private final OneTimeCodes codes;

    public DeviceLaunchDoor(DeviceKeys keys, OneTimeCodes codes) {
        super("POST");
        this.keys = keys;
        this.codes = codes;
    }

    private record Launch(String code) {}

    @Override
    protected void open(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var launch = keys.requests(request.getHeader("Authorization"), request.getMethod(), request.getRequestURI())
                .map(asker -> codes.makeLaunch(asker.kiosk(), asker.key()));
        if (launch.isEmpty()) {
            refuse(response, HttpServletResponse.SC_UNAUTHORIZED, "not-signed");
            return;
        }
        answer(response, new Launch(launch.get().code()));
    }
}
