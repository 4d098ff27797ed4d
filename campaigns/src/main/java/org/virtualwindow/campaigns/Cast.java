package org.virtualwindow.campaigns;

import java.util.function.BiConsumer;
import org.virtualwindow.benchmarks.Crowd;
import org.virtualwindow.protocol.ToClerk;
import org.virtualwindow.protocol.ToHall;
import org.virtualwindow.protocol.ToKiosk;

/** Brings people of the crowd onto their pages. */
record Cast(Crowd crowd, long seed, Play play) {
    /** @param number from 1 */
    Person<ToKiosk> kiosk(String origin, int number) {
        return new Person<>(
                origin,
                "kiosk",
                "APPLICANT:" + Crowd.kioskId(number),
                crowd.kiosks().get(number - 1),
                ToKiosk.class,
                seed,
                play);
    }

    Person<ToClerk> clerk(String origin, int number) {
        return clerk(origin, number, (person, message) -> {});
    }

    Person<ToClerk> clerk(String origin, int number, BiConsumer<Person<ToClerk>, ToClerk> reflex) {
        return new Person<>(
                origin,
                "clerk",
                "CLERK:" + Crowd.clerkId(number),
                crowd.clerks().get(number - 1),
                ToClerk.class,
                seed,
                play,
                reflex);
    }

    Person<ToHall> manager(String origin) {
        return new Person<>(
                origin, "hall", "HALL_MANAGER:" + Crowd.managerId(), crowd.manager(), ToHall.class, seed, play);
    }
}
