package org.virtualwindow.server.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.virtualwindow.protocol.CloseCode;

class SeatsTest {
    private final Seats<String, String> seats = new Seats<>();

    @Test
    void theNewestConnectionSits() {
        Ear first = new Ear("tab", 1, 1);
        Ear second = new Ear("other tab", 1, 2);
        assertThat(seats.take("kiosk", "first", first)).isTrue();
        assertThat(seats.take("kiosk", "second", second)).isTrue();
        assertThat(first.closed).containsExactly(CloseCode.TAKEN_ELSEWHERE);
        assertThat(second.closed).isEmpty();
        assertThat(seats.leave("kiosk", "first")).isFalse();
        assertThat(seats.find("kiosk")).contains("second");
        assertThat(seats.leave("kiosk", "second")).isTrue();
        assertThat(seats.isTaken("kiosk")).isFalse();
    }

    /** A page on a bad line gives a connection up and makes another; the server may be slow to let the first one in. */
    @Test
    void theConnectionThatAPageHasGivenUpDoesNotTakeTheSeatOfTheOneItUses() {
        Ear used = new Ear("tab", 8, 1);
        Ear givenUp = new Ear("tab", 7, 2);
        assertThat(seats.take("kiosk", "used", used)).isTrue();
        assertThat(seats.take("kiosk", "given up", givenUp)).isFalse();
        assertThat(givenUp.closed).containsExactly(CloseCode.TAKEN_ELSEWHERE);
        assertThat(used.closed).isEmpty();
        assertThat(seats.find("kiosk")).contains("used");
    }

    @Test
    void whereItIsLetInLateAConnectionGivesWayToTheOneThatCameAfterIt() {
        Ear later = new Ear("new load", 1, 2);
        Ear earlier = new Ear("old load", 9, 1);
        assertThat(seats.take("clerk", "later", later)).isTrue();
        assertThat(seats.take("clerk", "earlier", earlier)).isFalse();
        assertThat(later.closed).isEmpty();
    }

    private static final class Ear implements Peer {
        private final Arrival arrival;
        private final List<CloseCode> closed = new ArrayList<>();

        Ear(String page, long attempt, long number) {
            this.arrival = new Arrival(page, attempt, number);
        }

        @Override
        public void send(Object message) {}

        @Override
        public void close(CloseCode code) {
            closed.add(code);
        }

        @Override
        public Arrival arrival() {
            return arrival;
        }
    }
}
