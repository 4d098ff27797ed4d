package org.virtualwindow.server.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.virtualwindow.protocol.values.LocalText;
import org.virtualwindow.server.identity.PhoneLinks.Link;
import org.virtualwindow.server.identity.PhoneLinks.Opening;

/**
 * {@code POST /api/phone}: opens the code that a kiosk shows, for the phone that asks first and shows its own pass from then on as
 * {@code Upload-Pass}. Both are posted so that they stand in no address and no log. 404 {@code unknown-code} where there is no such
 * code, or none any more; 409 {@code other-phone}; 410 {@code visit-over}.
 */
public final class PhoneDoor extends PostDoor<PhoneDoor.Ask> {
    private final PhoneLinks links;
    private final Predicate<Link> visitGoesOn;

    public PhoneDoor(PhoneLinks links, Predicate<Link> visitGoesOn) {
        super(Ask.class);
        this.links = links;
        this.visitGoesOn = visitGoesOn;
    }

    record Ask(String code, String pass) {
        @Override
        public String toString() {
            return "Ask";
        }
    }

    /** What the phone shows: nothing of the person. */
    record Opened(LocalText title, LocalText material, Optional<LocalText> hint, Instant now, Instant until) {}

    @Override
    void open(Ask ask, HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (links.open(ask.code(), ask.pass())) {
            case Opening.Opened(Link link)
            when visitGoesOn.test(link) ->
                answer(
                        response,
                        new Opened(
                                link.title(),
                                link.material().name(),
                                link.material().hint(),
                                links.now(),
                                link.until()));
            case Opening.Opened _ -> refuse(response, HttpServletResponse.SC_GONE, "visit-over");
            case Opening.Taken _ -> refuse(response, HttpServletResponse.SC_CONFLICT, "other-phone");
            case Opening.Unknown _ -> refuse(response, HttpServletResponse.SC_NOT_FOUND, "unknown-code");
        }
    }
}
