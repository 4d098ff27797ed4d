package org.virtualwindow.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.virtualwindow.protocol.ServiceItem.Capture;
import org.virtualwindow.protocol.ServiceItem.Material;
import org.virtualwindow.protocol.ServiceItem.MaterialForm;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.values.LocalText;
import org.virtualwindow.server.identity.PhoneLinks.Link;
import org.virtualwindow.server.identity.PhoneLinks.Opening;
import org.virtualwindow.server.identity.Visitor.KioskVisitor;

class PhoneLinksTest {
    private static final RoomId ONE = new RoomId("r1");
    private static final RoomId OTHER = new RoomId("r2");
    private static final LocalText NAME = new LocalText("证件", "Papers");
    private static final String PHONE = "pass-of-the-applicants-own-phone-0001";
    private static final String STRANGER = "pass-of-a-phone-of-somebody-else-0002";

    private final ManualClock clock = new ManualClock();
    private final PhoneLinks links = new PhoneLinks(clock);
    private final List<RoomId> over = new ArrayList<>();
    private final List<Boolean> seen = new ArrayList<>();

    PhoneLinksTest() {
        links.listen(link -> over.add(link.room()));
        links.seenBy((_, first) -> seen.add(first));
    }

    private String offers(RoomId room) {
        KioskVisitor kiosk = new KioskVisitor(new KioskId("310117-K1"), new CentreId("310117"), "b");
        Material material = new Material(
                "PAPERS", NAME, Optional.empty(), MaterialForm.COPY, Capture.UPLOAD, 1, Optional.empty(), false);
        return links.offer(room, kiosk, material, NAME).code();
    }

    private Link of(String pass) {
        return links.of(pass).orElseThrow();
    }

    @Test
    void aPhoneSendsForTheLastCodeThatItOpenedAlone() {
        links.open(offers(ONE), PHONE);
        links.open(offers(OTHER), PHONE);
        assertThat(of(PHONE).room()).isEqualTo(OTHER);
        assertThat(over).containsExactly(ONE);
        links.end(OTHER);
        assertThat(links.of(PHONE)).isEmpty();
    }

    @Test
    void oneThatIsTurnedAwayKeepsItsOwn() {
        links.open(offers(OTHER), STRANGER);
        String code = offers(ONE);
        links.open(code, PHONE);
        assertThat(links.open(code, STRANGER)).isInstanceOf(Opening.Taken.class);
        assertThat(of(STRANGER).room()).isEqualTo(OTHER);
    }

    @Test
    void eachIsSeenOnce() {
        String code = offers(ONE);
        for (int time = 0; time < 3; time++) {
            links.open(code, PHONE);
            links.open(code, STRANGER);
        }
        assertThat(seen).containsExactly(true, false);
    }

    @Test
    void whatIsRefusedIsNotCounted() {
        links.open(offers(ONE), PHONE);
        Link link = of(PHONE);
        assertThat(links.counts(link, PhoneLinks.MOST_BYTES + 1)).isFalse();
        for (int page = 0; page < PhoneLinks.MOST_PAGES; page++) {
            assertThat(links.allowsMore(link)).isTrue();
            assertThat(links.counts(link, 1)).isTrue();
        }
        assertThat(links.allowsMore(link)).isFalse();
        assertThat(links.counts(link, 1)).isFalse();
    }

    @Test
    void afterTheVisitItsPhoneIsKnownAndSendsNothing() {
        String code = offers(ONE);
        links.open(code, PHONE);
        Link link = of(PHONE);
        links.visitOver(ONE);
        assertThat(over).containsExactly(ONE);
        assertThat(of(PHONE).visitOver()).isTrue();
        assertThat(links.isCurrent(link)).isFalse();
        assertThat(links.counts(link, 1)).isFalse();
    }

    @Test
    void whoseTimeIsOverIsForgotten() {
        links.open(offers(ONE), PHONE);
        Link link = of(PHONE);
        links.expire();
        assertThat(links.isCurrent(link)).isTrue();
        clock.passes(Duration.ofMinutes(10));
        assertThat(links.isCurrent(link)).isFalse();
        links.expire();
        assertThat(over).containsExactly(ONE);
        assertThat(links.now(link)).isEmpty();
    }
}
