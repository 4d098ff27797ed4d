package org.virtualwindow.server.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.virtualwindow.server.directory.Directory;

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
        var cookie = codes.launch(launch.code())
                .flatMap(opened -> directory
                        .kiosk(opened.kiosk())
                        .flatMap(kiosk -> sessions.begin(kiosk.id(), kiosk.centre(), opened.key())));
        if (cookie.isEmpty()) {
            refuse(response, HttpServletResponse.SC_UNAUTHORIZED, "code-not-valid");
            return;
        }
        response.addHeader("Set-Cookie", cookie.get());
        done(response);
    }
}
