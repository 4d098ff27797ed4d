package org.virtualwindow.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A media server that comes in only where two browsers do not reach each other. */
class RelayAsNeededIT extends RelayTest {
    /** As behind a firewall: the other browser is never told where this one could be reached. */
    private static final String UNREACHABLE = """
        () => {
          const send = WebSocket.prototype.send;
          WebSocket.prototype.send = function (data) {
            if (!(data.includes('"MediaSignal"') && data.includes("candidate:"))) send.call(this, data);
          };
        }\
        """;

    @Override
    String mode() {
        return "as-needed";
    }

    @Test
    void twoWhoReachEachOtherDoWithoutTheRelay() {
        ClerkPerson clerk = clerkAt(origin());
        KioskPerson applicant = applicantAt(origin(), ENTRANCE);
        await(applicant.page, this::relayIsUp);
        meet(applicant, clerk);
        assertThat(applicant.wire.firstHeard(told -> told.contains("\"mode\":\"" + RELAY + "\"")))
                .isEmpty();
        assertThat(isOn(applicant, PEER_TO_PEER)).isTrue();
        part(applicant, clerk);
    }

    @Test
    void twoWhoDoNotAreBroughtTogetherByIt() {
        ClerkPerson clerk = clerkAt(origin());
        KioskPerson applicant = applicantAt(origin(), AREA);
        applicant.page.evaluate(UNREACHABLE);
        clerk.page.evaluate(UNREACHABLE);
        await(applicant.page, this::relayIsUp);
        applicant.opensTheForm(NANXUN);
        applicant.calls();
        clerk.answers();
        awaitPlan(applicant, PEER_TO_PEER);
        awaitPlan(applicant, RELAY);
        awaitPlan(clerk, RELAY);
        seeEachOther(applicant, clerk);
        Senses.seeAndHear(clerk.applicantsPicture(), FakeDevices.APPLICANT);
        Senses.seeAndHear(applicant.clerksPicture(), FakeDevices.CLERK);
        part(applicant, clerk);
    }
}
