package org.virtualwindow.server.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.ClerkId;
import org.virtualwindow.protocol.ids.HallManagerId;
import org.virtualwindow.server.identity.StaffSignIn.Outcome;

/**
 * {@code POST /api/clerk/sign-in}, {@code POST /api/hall/sign-in}: account and password for the door's cookie. 204, 401 when
 * they are wrong, 429 and 503 with {@code Retry-After} when it is to be tried later.
 */
public final class SignInDoor extends PostDoor<SignInDoor.SignIn> {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int LONGEST = 200;

    private final Door door;
    private final StaffSignIn staff;
    private final Sessions sessions;

    private SignInDoor(Door door, StaffSignIn staff, Sessions sessions) {
        super(SignIn.class);
        this.door = door;
        this.staff = staff;
        this.sessions = sessions;
    }

    public static SignInDoor forClerks(StaffSignIn staff, Sessions sessions) {
        return new SignInDoor(Door.CLERK, staff, sessions);
    }

    public static SignInDoor forHallManagers(StaffSignIn staff, Sessions sessions) {
        return new SignInDoor(Door.HALL, staff, sessions);
    }

    record SignIn(String account, String password) {
        SignIn {
            if (account.length() > LONGEST || password.length() > LONGEST) {
                throw new IllegalArgumentException("longer than any account or password");
            }
        }

        @Override
        public String toString() {
            return "SignIn";
        }
    }

    @Override
    void open(SignIn signIn, HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (staff.check(door, signIn.account(), signIn.password(), request.getRemoteAddr())) {
            case Outcome.Known(String subject, CentreId centre) -> {
                sessions.end(door, request.getHeader("Cookie"));
                response.addHeader("Set-Cookie", begin(subject, centre));
                done(response);
            }
            case Outcome.Wrong _ -> refuse(response, HttpServletResponse.SC_UNAUTHORIZED, "wrong-sign-in");
            case Outcome.TooMany(var left) -> {
                response.setHeader(
                        "Retry-After", Long.toString(left.plusMillis(999).toSeconds()));
                refuse(response, TOO_MANY_REQUESTS, "too-many-tries");
            }
            case Outcome.Busy _ -> {
                response.setHeader("Retry-After", "5");
                refuse(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "busy");
            }
        }
    }

    private String begin(String subject, CentreId centre) {
        return switch (door) {
            case CLERK -> sessions.begin(new ClerkId(subject), centre);
            case HALL -> sessions.begin(new HallManagerId(subject), centre);
            case KIOSK -> throw new IllegalStateException("a kiosk comes in by a launch code");
        };
    }
}
