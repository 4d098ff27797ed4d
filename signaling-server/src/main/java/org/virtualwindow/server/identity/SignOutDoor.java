package org.virtualwindow.server.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** {@code POST /api/clerk/sign-out}, {@code POST /api/hall/sign-out}, each with {@code {}}: 204, whoever asks. */
public final class SignOutDoor extends PostDoor<SignOutDoor.SignOut> {
    private final Door door;
    private final Sessions sessions;

    private SignOutDoor(Door door, Sessions sessions) {
        super(SignOut.class);
        this.door = door;
        this.sessions = sessions;
    }

    public static SignOutDoor forClerks(Sessions sessions) {
        return new SignOutDoor(Door.CLERK, sessions);
    }

    public static SignOutDoor forHallManagers(Sessions sessions) {
        return new SignOutDoor(Door.HALL, sessions);
    }

    record SignOut() {}

    @Override
    void open(SignOut signOut, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader("Set-Cookie", sessions.end(door, request.getHeader("Cookie")));
        done(response);
    }
}
