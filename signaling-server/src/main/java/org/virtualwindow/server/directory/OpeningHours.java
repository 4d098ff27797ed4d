package org.virtualwindow.server.directory;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.virtualwindow.protocol.values.LocalText;

/** When a centre is open, week by week, by the clock on its wall. */
public record OpeningHours(List<OpenDay> days) {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final List<String> WEEKDAYS_ZH = List.of("周一", "周二", "周三", "周四", "周五", "周六", "周日");
    private static final List<String> WEEKDAYS_EN = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");

    /**
     * One stretch of one day; several on a day leave a break between them.
     *
     * @param closes midnight is the end of the day
     */
    public record OpenDay(DayOfWeek day, LocalTime opens, LocalTime closes) {
        boolean holds(LocalTime time) {
            return !time.isBefore(opens) && (closes.equals(LocalTime.MIDNIGHT) || time.isBefore(closes));
        }

        private String span() {
            return opens + "–" + (closes.equals(LocalTime.MIDNIGHT) ? "24:00" : closes.toString());
        }
    }

    public OpeningHours {
        days = days.stream()
                .sorted(Comparator.comparing(OpenDay::day).thenComparing(OpenDay::opens))
                .toList();
    }

    public static OpeningHours always() {
        return new OpeningHours(List.of(DayOfWeek.values()).stream()
                .map(day -> new OpenDay(day, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT))
                .toList());
    }

    public boolean openAt(Instant moment) {
        ZonedDateTime local = moment.atZone(ZONE);
        return days.stream().anyMatch(open -> open.day() == local.getDayOfWeek() && open.holds(local.toLocalTime()));
    }

    /** When it opens next; empty while it is open, and where it never opens. */
    public Optional<Instant> opensAfter(Instant moment) {
        if (openAt(moment)) {
            return Optional.empty();
        }
        LocalDate today = moment.atZone(ZONE).toLocalDate();
        // Eight days: the same weekday may open earlier in the day than it is now.
        return today.datesUntil(today.plusDays(8))
                .flatMap(date -> days.stream()
                        .filter(open -> open.day() == date.getDayOfWeek())
                        .map(open -> date.atTime(open.opens()).atZone(ZONE).toInstant()))
                .filter(opens -> opens.isAfter(moment))
                .findFirst();
    }

    /** Like 周一至周五 09:00–17:00. */
    public LocalText text() {
        List<Stretch> stretches = stretches();
        if (stretches.isEmpty()) {
            return new LocalText("暂不开放", "closed");
        }
        return new LocalText(
                stretches.stream()
                        .map(stretch -> stretch.days(WEEKDAYS_ZH, "至") + " " + stretch.hours())
                        .collect(Collectors.joining("，")),
                stretches.stream()
                        .map(stretch -> stretch.days(WEEKDAYS_EN, "–") + " " + stretch.hours())
                        .collect(Collectors.joining(", ")));
    }

    /** Days that follow each other with the same hours. */
    private record Stretch(DayOfWeek first, DayOfWeek last, String hours) {
        String days(List<String> names, String to) {
            String from = names.get(first.ordinal());
            return first == last ? from : from + to + names.get(last.ordinal());
        }
    }

    private List<Stretch> stretches() {
        List<Stretch> stretches = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            String hours = days.stream()
                    .filter(open -> open.day() == day)
                    .map(OpenDay::span)
                    .collect(Collectors.joining(" "));
            if (hours.isEmpty()) {
                continue;
            }
            Optional<Stretch> before = stretches.isEmpty() ? Optional.empty() : Optional.of(stretches.getLast());
            if (before.filter(last -> last.hours().equals(hours) && last.last().plus(1) == day)
                    .isPresent()) {
                Stretch last = stretches.removeLast();
                stretches.add(new Stretch(last.first(), day, hours));
            } else {
                stretches.add(new Stretch(day, day, hours));
            }
        }
        return stretches;
    }
}
