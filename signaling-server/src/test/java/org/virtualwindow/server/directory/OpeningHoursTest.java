package org.virtualwindow.server.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.virtualwindow.protocol.values.LocalText;
import org.virtualwindow.server.directory.OpeningHours.OpenDay;

class OpeningHoursTest {
    private static final OpeningHours OFFICE = new OpeningHours(Stream.of(DayOfWeek.values())
            .limit(5)
            .map(day -> day(day, "09:00", "17:00"))
            .toList());

    @Test
    void isOpenFromTheFirstMinuteToTheLast() {
        assertThat(OFFICE.openAt(at("2026-03-02T08:59:59"))).isFalse();
        assertThat(OFFICE.openAt(at("2026-03-02T09:00:00"))).isTrue();
        assertThat(OFFICE.openAt(at("2026-03-02T16:59:59"))).isTrue();
        assertThat(OFFICE.openAt(at("2026-03-02T17:00:00"))).isFalse();
    }

    @Test
    void countsByTheClockInShanghaiWhereverTheServerStands() {
        assertThat(OFFICE.openAt(Instant.parse("2026-03-02T01:00:00Z"))).isTrue();
        assertThat(OFFICE.openAt(Instant.parse("2026-03-02T09:00:00Z"))).isFalse();
    }

    @Test
    void opensLaterTheSameDay() {
        assertThat(OFFICE.opensAfter(at("2026-03-02T06:00:00"))).contains(at("2026-03-02T09:00:00"));
    }

    @Test
    void opensOnMondayAfterFridayEveningAndAllWeekend() {
        Instant monday = at("2026-03-09T09:00:00");
        assertThat(OFFICE.opensAfter(at("2026-03-06T17:00:00"))).contains(monday);
        assertThat(OFFICE.opensAfter(at("2026-03-07T12:00:00"))).contains(monday);
        assertThat(OFFICE.opensAfter(at("2026-03-08T23:59:59"))).contains(monday);
        assertThat(OFFICE.opensAfter(at("2026-03-09T00:00:00"))).contains(monday);
    }

    @Test
    void opensAWeekLaterWhereOneMorningAWeekIsAllThereIs() {
        var mondays = new OpeningHours(List.of(day(DayOfWeek.MONDAY, "09:00", "11:30")));
        assertThat(mondays.opensAfter(at("2026-03-02T11:30:00"))).contains(at("2026-03-09T09:00:00"));
    }

    @Test
    void saysNoTimeWhileItIsOpenAndWhereItNeverOpens() {
        assertThat(OFFICE.opensAfter(at("2026-03-02T10:00:00"))).isEmpty();
        assertThat(new OpeningHours(List.of()).opensAfter(at("2026-03-02T10:00:00")))
                .isEmpty();
        assertThat(new OpeningHours(List.of()).openAt(at("2026-03-02T10:00:00")))
                .isFalse();
    }

    @Test
    void staysOpenOverMidnightWhereADayEndsAndTheNextBeginsThere() {
        OpeningHours always = OpeningHours.always();
        assertThat(always.openAt(at("2026-03-02T23:59:59"))).isTrue();
        assertThat(always.openAt(at("2026-03-03T00:00:00"))).isTrue();
        assertThat(always.openAt(at("2026-03-08T23:59:59"))).isTrue();
    }

    @Test
    void closesForLunchWhereADayHasTwoStretches() {
        var lunch = new OpeningHours(
                List.of(day(DayOfWeek.MONDAY, "13:30", "17:00"), day(DayOfWeek.MONDAY, "09:00", "11:30")));
        assertThat(lunch.openAt(at("2026-03-02T12:00:00"))).isFalse();
        assertThat(lunch.opensAfter(at("2026-03-02T12:00:00"))).contains(at("2026-03-02T13:30:00"));
        assertThat(lunch.text()).isEqualTo(new LocalText("周一 09:00–11:30 13:30–17:00", "Mon 09:00–11:30 13:30–17:00"));
    }

    @Test
    void readsLikeASignAtTheDoor() {
        assertThat(OFFICE.text()).isEqualTo(new LocalText("周一至周五 09:00–17:00", "Mon–Fri 09:00–17:00"));
        assertThat(OpeningHours.always().text()).isEqualTo(new LocalText("周一至周日 00:00–24:00", "Mon–Sun 00:00–24:00"));
        var twoDays = new OpeningHours(
                List.of(day(DayOfWeek.MONDAY, "09:00", "17:00"), day(DayOfWeek.WEDNESDAY, "09:00", "17:00")));
        assertThat(twoDays.text().zh()).isEqualTo("周一 09:00–17:00，周三 09:00–17:00");
    }

    private static OpenDay day(DayOfWeek day, String opens, String closes) {
        return new OpenDay(day, LocalTime.parse(opens), LocalTime.parse(closes));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(OpeningHours.ZONE).toInstant();
    }
}
