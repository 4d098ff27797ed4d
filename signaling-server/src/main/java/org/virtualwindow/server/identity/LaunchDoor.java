package org.virtualwindow.server.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.virtualwindow.server.directory.Directory;
import org.virtualwindow.server.identity.OneTimeCodes.Purpose;

/** {@code POST /api/kiosk/launch}: a launch code for the kiosk's cookie. 204, or 401 when the code opens nothing. */
public final class LaunchDoor extends PostDoor<LaunchDoor.Launch> {
    private final OneTimeCodes codes;
    private final Directory directory;
    private final Sessions sessions;

    public LaunchDoor(OneTimeCodes codes, Directory directory, Sessions sessions) {
        super(Launch.class);
        this.codes = codes;
        this.directory = directory;
        this.sessions = sessions;
    }

    record Launch(String code) {
        @Override
        public String toString() {
            return "Launch";
        }
    }

    @Override
    void open(Launch launch, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var kiosk = codes.redeem(launch.code(), Purpose.LAUNCH).flatMap(directory::kiosk);
        if (kiosk.isEmpty()) {
            refuse(response, HttpServletResponse.SC_UNAUTHORIZED, "code-not-valid");
            return;
        }
        response.addHeader(
                "Set-Cookie", sessions.begin(kiosk.get().id(), kiosk.get().centre()));
        done(response);
    }
}
