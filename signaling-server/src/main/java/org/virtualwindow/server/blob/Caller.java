package org.virtualwindow.server.blob;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.virtualwindow.protocol.ids.ClerkId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.server.identity.DeviceKeys;
import org.virtualwindow.server.identity.PhoneLinks;
import org.virtualwindow.server.identity.Sessions;
import org.virtualwindow.server.identity.Visitor.KioskVisitor;

/** Who asks for a page or brings one. */
sealed interface Caller {
    /** By which a phone shows that it has the code of a kiosk. */
    String PASS = "Upload-Pass";

    /** What the {@link #name} of each phone begins with. */
    String PHONE = "PHONE:";

    record Page(KioskVisitor kiosk) implements Caller {}

    record Daemon(KioskId kiosk) implements Caller {}

    record Clerk(ClerkId clerk) implements Caller {}

    record Phone(PhoneLinks.Link link) implements Caller {}

    /** By whom a page is brought: no name of a person. */
    default String name() {
        return switch (this) {
            case Page(KioskVisitor kiosk) -> "KIOSK:" + kiosk.kiosk().value();
            case Daemon(KioskId kiosk) -> "DEVICE:" + kiosk.value();
            case Clerk(ClerkId clerk) -> "CLERK:" + clerk.value();
            case Phone(PhoneLinks.Link link) -> PHONE + link.id();
        };
    }

    /** Knows them. */
    record Known(Sessions sessions, DeviceKeys keys, PhoneLinks phones) {
        /** One browser may be a kiosk's and a clerk's. */
        List<Caller> of(HttpServletRequest request) {
            String pass = request.getHeader(PASS);
            if (pass != null) {
                // Whoever shows a pass means it: the browser may be a kiosk's, too.
                return phones.of(pass)
                        .<List<Caller>>map(link -> List.of(new Phone(link)))
                        .orElse(List.of());
            }
            List<Caller> all = new ArrayList<>();
            keys.requests(request.getHeader("Authorization"), request.getMethod(), request.getRequestURI())
                    .ifPresent(daemon -> all.add(new Daemon(daemon.kiosk())));
            String cookies = request.getHeader("Cookie");
            sessions.kiosk(cookies).ifPresent(kiosk -> all.add(new Page(kiosk)));
            sessions.clerk(cookies).ifPresent(visitor -> all.add(new Clerk(visitor.clerk())));
            return all;
        }

        /** Whoever brings something. */
        Optional<Caller> sender(HttpServletRequest request) {
            return of(request).stream()
                    .filter(caller -> !(caller instanceof Clerk))
                    .findFirst();
        }
    }
}
