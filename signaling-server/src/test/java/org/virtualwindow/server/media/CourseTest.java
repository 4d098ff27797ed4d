package org.virtualwindow.server.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.virtualwindow.protocol.MediaPlan.MediaMode.PEER_TO_PEER;
import static org.virtualwindow.protocol.MediaPlan.MediaMode.RELAY;

import org.junit.jupiter.api.Test;
import org.virtualwindow.server.config.MediaSettings.Mode;

class CourseTest {
    @Test
    void withoutARelayEveryPlanIsDirect() {
        assertThat(Course.of(Mode.PEER_TO_PEER).broke(PEER_TO_PEER, false).next(true))
                .isEqualTo(PEER_TO_PEER);
        assertThat(Course.of(Mode.RELAY).next(false)).isEqualTo(PEER_TO_PEER);
        assertThat(Course.of(Mode.AS_NEEDED).broke(PEER_TO_PEER, false).next(false))
                .isEqualTo(PEER_TO_PEER);
    }

    @Test
    void whereTheRelayIsOnlyNeededTheDirectWayIsTriedFirst() {
        Course course = Course.of(Mode.AS_NEEDED);

        assertThat(course.next(true)).isEqualTo(PEER_TO_PEER);
        assertThat(course.broke(PEER_TO_PEER, true).next(true)).isEqualTo(RELAY);
        assertThat(course.broke(PEER_TO_PEER, true).withOthers().next(true))
                .as("the network is the same when a page is loaded again")
                .isEqualTo(RELAY);
    }

    @Test
    void aRelayThatBreaksTwiceIsLeftUntilTheDirectWayBrokeToo() {
        Course once = Course.of(Mode.RELAY).broke(RELAY, false);
        assertThat(once.next(true)).isEqualTo(RELAY);

        Course twice = once.broke(RELAY, false);
        assertThat(twice.next(true)).isEqualTo(PEER_TO_PEER);
        assertThat(twice.broke(PEER_TO_PEER, false).next(true)).isEqualTo(RELAY);
    }

    @Test
    void whatBrokeLongAgoDoesNotCount() {
        Course course = Course.of(Mode.RELAY).broke(RELAY, false).broke(RELAY, true);

        assertThat(course.next(true)).isEqualTo(RELAY);
        assertThat(course.broke(RELAY, false).next(true)).isEqualTo(PEER_TO_PEER);
    }

    @Test
    void pagesThatCannotUseARelayAreNotSentThereAgain() {
        Course course = Course.of(Mode.RELAY).unfit();

        assertThat(course.next(true)).isEqualTo(PEER_TO_PEER);
        assertThat(course.withOthers().next(true)).isEqualTo(RELAY);
    }
}
