package org.virtualwindow.server.desk;

import java.util.List;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.server.postgres.Sql;

/** The rows that a story about the desk stands on: two centres, one window, and whoever comes. */
record DeskTables(Sql sql) {
    static final CentreId NANXUN = new CentreId("330503");
    static final CentreId SONGJIANG = new CentreId("310117");
    static final ServiceItemId ITEM = new ServiceItemId("ENT_NAME");
    static final String WINDOW = "W1";

    /** Those that refer to others first. */
    private static final List<String> TABLES = List.of(
            "entry_body",
            "entry",
            "call",
            "room",
            "stream",
            "clerk_duty",
            "clerk_assignment",
            "window_item",
            "service_window",
            "clerk",
            "kiosk",
            "opening_hours",
            "centre");

    void beginAnew() {
        TABLES.forEach(table -> sql.update("delete from " + table));
        centre(SONGJIANG, "00:00", "00:00");
        centre(NANXUN, "09:00", "17:00");
        sql.update("insert into service_window values (?, ?, '窗口', 'Window')", WINDOW, NANXUN.value());
        sql.update("insert into window_item values (?, ?)", WINDOW, ITEM.value());
    }

    private void centre(CentreId id, String opens, String closes) {
        sql.update(
                "insert into centre (id, name_zh, name_en, region_zh, region_en) values (?, '', '', '', '')",
                id.value());
        sql.update(
                "insert into opening_hours select ?, day, ?::time, ?::time from generate_series(1, 7) day",
                id.value(),
                opens,
                closes);
    }

    void neverClose() {
        sql.update("update opening_hours set opens = '00:00', closes = '00:00'");
    }

    void clerk(String name) {
        sql.update("insert into clerk values (?, ?, ?, '', ?, '', '', '')", name, NANXUN.value(), name, name);
    }

    void kiosk(String name) {
        sql.update("insert into kiosk values (?, ?, '', '')", name, SONGJIANG.value());
    }

    /** A matter that is open at this kiosk. */
    void room(String room, String kiosk) {
        sql.update("insert into stream (id, fence, key_id) values (?, 0, 1)", room);
        sql.update(
                "insert into room values (?, ?, ?, 'start', ?, ?, 'OPEN', 0)",
                room,
                ITEM.value(),
                kiosk,
                SONGJIANG.value(),
                NANXUN.value());
    }

    void endRoomsAt(String kiosk) {
        sql.update("update room set state = 'ENDED' where kiosk = ?", kiosk);
    }

    long openCalls() {
        return sql.first("select count(*) from call where open", row -> row.getLong(1))
                .orElseThrow();
    }
}
