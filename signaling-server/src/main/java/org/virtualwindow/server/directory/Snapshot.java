package org.virtualwindow.server.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.ClerkId;
import org.virtualwindow.protocol.ids.HallManagerId;
import org.virtualwindow.protocol.ids.HelperId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.ids.WindowId;
import org.virtualwindow.protocol.values.LocalText;
import org.virtualwindow.server.directory.Directory.CentreEntry;
import org.virtualwindow.server.directory.Directory.ClerkEntry;
import org.virtualwindow.server.directory.Directory.HelperEntry;
import org.virtualwindow.server.directory.Directory.KioskEntry;
import org.virtualwindow.server.directory.Directory.ManagerEntry;
import org.virtualwindow.server.directory.Directory.WindowEntry;
import org.virtualwindow.server.directory.OpeningHours.OpenDay;
import org.virtualwindow.server.postgres.Sql;

/** The whole directory at one moment, each kind in the order of its ids. */
record Snapshot(
        SequencedMap<CentreId, CentreEntry> centres,
        SequencedMap<KioskId, KioskEntry> kiosks,
        SequencedMap<ClerkId, ClerkEntry> clerks,
        SequencedMap<HallManagerId, ManagerEntry> managers,
        SequencedMap<HelperId, HelperEntry> helpers,
        SequencedMap<WindowId, WindowEntry> windows,
        Map<ClerkId, Set<WindowId>> assignments) {

    static Snapshot read(Sql sql) {
        return sql.together(tx -> new Snapshot(
                centres(tx), kiosks(tx), clerks(tx), managers(tx), helpers(tx), windows(tx), assignments(tx)));
    }

    private static SequencedMap<CentreId, CentreEntry> centres(Sql sql) {
        Map<CentreId, List<OpenDay>> hours = grouped(sql.list(
                "select centre, weekday, opens, closes from opening_hours",
                row -> Map.entry(
                        new CentreId(row.getString("centre")),
                        new OpenDay(
                                DayOfWeek.of(row.getInt("weekday")),
                                row.getObject("opens", LocalTime.class),
                                row.getObject("closes", LocalTime.class)))));
        return byId(
                CentreEntry::id,
                sql.list("select id, name_zh, name_en, region_zh, region_en, place from centre order by id", row -> {
                    var id = new CentreId(row.getString("id"));
                    return new CentreEntry(
                            id,
                            text(row, "name"),
                            text(row, "region"),
                            new OpeningHours(hours.getOrDefault(id, List.of())),
                            Optional.ofNullable(row.getString("place")).map(CentrePlace::read));
                }));
    }

    private static SequencedMap<KioskId, KioskEntry> kiosks(Sql sql) {
        return byId(
                KioskEntry::id,
                sql.list(
                        "select id, centre, name_zh, name_en from kiosk order by id",
                        row -> new KioskEntry(new KioskId(row.getString("id")), centre(row), text(row, "name"))));
    }

    private static SequencedMap<ClerkId, ClerkEntry> clerks(Sql sql) {
        return byId(
                ClerkEntry::id,
                sql.list(
                        """
                        select k.id, k.centre, k.account, k.name, k.staff_no, k.unit_zh, k.unit_en, c.region_zh, c.region_en
                        from clerk k join centre c on c.id = k.centre order by k.id
                        """,
                        row -> new ClerkEntry(
                                new ClerkId(row.getString("id")),
                                centre(row),
                                row.getString("account"),
                                row.getString("name"),
                                row.getString("staff_no"),
                                text(row, "unit"),
                                text(row, "region"))));
    }

    private static SequencedMap<HallManagerId, ManagerEntry> managers(Sql sql) {
        return byId(
                ManagerEntry::id,
                sql.list(
                        "select id, centre, account, name from hall_manager order by id",
                        row -> new ManagerEntry(
                                new HallManagerId(row.getString("id")),
                                centre(row),
                                row.getString("account"),
                                row.getString("name"))));
    }

    private static SequencedMap<HelperId, HelperEntry> helpers(Sql sql) {
        return byId(
                HelperEntry::id,
                sql.list(
                        "select id, centre, name from helper order by id",
                        row -> new HelperEntry(new HelperId(row.getString("id")), centre(row), row.getString("name"))));
    }

    private static SequencedMap<WindowId, WindowEntry> windows(Sql sql) {
        Map<WindowId, List<ServiceItemId>> items = grouped(sql.list(
                "select service_window, item from window_item order by item",
                row -> Map.entry(
                        new WindowId(row.getString("service_window")), new ServiceItemId(row.getString("item")))));
        return byId(
                WindowEntry::id,
                sql.list("select id, centre, name_zh, name_en from service_window order by id", row -> {
                    var id = new WindowId(row.getString("id"));
                    return new WindowEntry(id, centre(row), text(row, "name"), items.getOrDefault(id, List.of()));
                }));
    }

    private static Map<ClerkId, Set<WindowId>> assignments(Sql sql) {
        Map<ClerkId, Set<WindowId>> windows = new LinkedHashMap<>();
        grouped(sql.list(
                        "select clerk, service_window from clerk_assignment",
                        row -> Map.entry(
                                new ClerkId(row.getString("clerk")), new WindowId(row.getString("service_window")))))
                .forEach((clerk, served) -> windows.put(clerk, Set.copyOf(served)));
        return windows;
    }

    private static CentreId centre(ResultSet row) throws SQLException {
        return new CentreId(row.getString("centre"));
    }

    private static LocalText text(ResultSet row, String column) throws SQLException {
        return new LocalText(row.getString(column + "_zh"), row.getString(column + "_en"));
    }

    private static <I, E> SequencedMap<I, E> byId(Function<E, I> id, List<E> entries) {
        SequencedMap<I, E> map = new LinkedHashMap<>();
        entries.forEach(entry -> map.put(id.apply(entry), entry));
        return map;
    }

    private static <I, E> Map<I, List<E>> grouped(List<Map.Entry<I, E>> pairs) {
        Map<I, List<E>> map = new LinkedHashMap<>();
        pairs.forEach(pair ->
                map.computeIfAbsent(pair.getKey(), none -> new ArrayList<>()).add(pair.getValue()));
        return map;
    }
}
