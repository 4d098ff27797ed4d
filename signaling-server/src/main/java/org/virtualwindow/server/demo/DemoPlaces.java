package org.virtualwindow.server.demo;

import java.util.List;
import org.virtualwindow.server.postgres.Sql;

/** The centres of the demo with their hours, kiosks and windows. */
final class DemoPlaces {
    static final String SONGJIANG = "310117";
    static final String NANXUN = "330503";
    static final String YUHUATAI = "320114";
    static final String SHUSHAN = "340104";

    static final List<Kiosk> KIOSKS = List.of(
            new Kiosk("310117-K1", SONGJIANG, "大厅入口终端", "Kiosk at the entrance"),
            new Kiosk("310117-K2", SONGJIANG, "自助服务区终端", "Kiosk in the self-service area"));

    private static final List<Centre> CENTRES = List.of(
            new Centre(
                    SONGJIANG, "上海市松江区政务服务中心", "Songjiang Service Centre, Shanghai", "上海市松江区", "Songjiang, Shanghai"),
            new Centre(NANXUN, "湖州市南浔区政务服务中心", "Nanxun Service Centre, Huzhou", "浙江省湖州市南浔区", "Nanxun, Huzhou"),
            new Centre(
                    YUHUATAI, "南京市雨花台区政务服务中心", "Yuhuatai Service Centre, Nanjing", "江苏省南京市雨花台区", "Yuhuatai, Nanjing"),
            new Centre(SHUSHAN, "合肥市蜀山区政务服务中心", "Shushan Service Centre, Hefei", "安徽省合肥市蜀山区", "Shushan, Hefei"));

    /** All day every day, so that the demo can always be tried; one keeps office hours, to show a closed centre. */
    private static final List<Hours> HOURS = List.of(
            new Hours(SONGJIANG, 1, 7, "00:00", "00:00"),
            new Hours(NANXUN, 1, 7, "00:00", "00:00"),
            new Hours(YUHUATAI, 1, 7, "00:00", "00:00"),
            new Hours(SHUSHAN, 1, 5, "09:00", "17:00"));

    private static final List<String> BUSINESS = List.of("ENT_NAME", "ENT_SETUP");
    private static final List<String> ALL = List.of(
            "ENT_NAME",
            "ENT_SETUP",
            "HUKOU_MOVE",
            "FUND_WITHDRAW",
            "MED_FILING",
            "UNEMP_TRANSFER",
            "DL_RENEW",
            "SSC_APPLY",
            "ENT_CHANGE",
            "ID_FIRST",
            "ID_RENEW",
            "HUKOU_BIRTH",
            "HUKOU_CERT",
            "NO_CRIME",
            "RE_TRANSFER",
            "RE_MORTGAGE",
            "PENSION_TRANSFER",
            "CAR_TRANSFER",
            "LEGAL_AID",
            "DEATH_CLOSE",
            "BIRTH_REG",
            "DRIVER_QUAL",
            "TRAFFIC_FINE",
            "AGE_SUBSIDY");

    private static final List<Window> WINDOWS = List.of(
            new Window("330503-W1", NANXUN, "企业开办窗口", "Starting a business", BUSINESS),
            new Window("330503-W2", NANXUN, "综合窗口", "General window", ALL),
            new Window("320114-W1", YUHUATAI, "企业开办窗口", "Starting a business", BUSINESS),
            new Window("320114-W2", YUHUATAI, "综合窗口", "General window", ALL),
            new Window("340104-W1", SHUSHAN, "企业开办窗口", "Starting a business", BUSINESS),
            new Window("340104-W2", SHUSHAN, "综合窗口", "General window", ALL));

    private DemoPlaces() {}

    record Kiosk(String id, String centre, String zh, String en) {}

    private record Centre(String id, String zh, String en, String regionZh, String regionEn) {}

    private record Hours(String centre, int from, int to, String opens, String closes) {}

    private record Window(String id, String centre, String zh, String en, List<String> items) {}

    static void load(Sql tx) {
        CENTRES.forEach(centre -> load(tx, centre));
        DemoMaps.PLACES.forEach((centre, place) ->
                tx.update("update centre set place = ?::jsonb where id = ? and place is null", place.json(), centre));
        KIOSKS.forEach(kiosk -> tx.update(
                "insert into kiosk (id, centre, name_zh, name_en) values (?, ?, ?, ?) on conflict do nothing",
                kiosk.id(),
                kiosk.centre(),
                kiosk.zh(),
                kiosk.en()));
        WINDOWS.forEach(window -> load(tx, window));
    }

    private static void load(Sql tx, Centre centre) {
        int added = tx.update("""
            insert into centre (id, name_zh, name_en, region_zh, region_en) values (?, ?, ?, ?, ?)
            on conflict do nothing
            """, centre.id(), centre.zh(), centre.en(), centre.regionZh(), centre.regionEn());
        if (added > 0) {
            HOURS.stream()
                    .filter(hours -> hours.centre().equals(centre.id()))
                    .forEach(hours ->
                            tx.update("""
                                insert into opening_hours (centre, weekday, opens, closes)
                                select ?, day, ?::time, ?::time from generate_series(?, ?) day
                                """, hours.centre(), hours.opens(), hours.closes(), hours.from(), hours.to()));
        }
    }

    private static void load(Sql tx, Window window) {
        int added = tx.update(
                "insert into service_window (id, centre, name_zh, name_en) values (?, ?, ?, ?) on conflict do nothing",
                window.id(),
                window.centre(),
                window.zh(),
                window.en());
        if (added > 0) {
            window.items()
                    .forEach(item -> tx.update(
                            "insert into window_item (service_window, item) values (?, ?)", window.id(), item));
        }
    }
}
