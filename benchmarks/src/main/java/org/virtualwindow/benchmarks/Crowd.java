package org.virtualwindow.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.virtualwindow.server.demo.DemoCities;
import org.virtualwindow.server.identity.Secrets;
import org.virtualwindow.server.postgres.DataFolder;
import org.virtualwindow.server.postgres.Database;
import org.virtualwindow.server.postgres.LocalPostgres;
import org.virtualwindow.server.postgres.Sql;

/**
 * More kiosks and clerks than the demo has, signed in already. They are written into the server's tables before it starts,
 * because it reads who there is when it starts and because hashing a password for each would take minutes.
 *
 * @param kiosks the header {@code Cookie} of each, all of Songjiang
 * @param clerks the header {@code Cookie} of each, all of Nanxun and on its first window
 * @param manager the header {@code Cookie} of the demo's hall manager of Nanxun
 */
public record Crowd(List<String> kiosks, List<String> clerks, String manager) {
    private static final String NEAR = "310117";
    private static final String FAR = "330503";
    private static final String MANAGER = FAR + "-M1";
    private static final long DAY_MILLIS = 24 * 3_600_000;

    /** Makes the data folder of a server with this many of each beside the demo. */
    public static Crowd seed(Path data, int kiosks, int clerks) throws ExecutionException, InterruptedException {
        // In a thread of its own, which Ctrl-C does not interrupt: the PostgreSQL in there must be stopped in order.
        try (ExecutorService apart = Executors.newSingleThreadExecutor()) {
            return apart.submit(() -> write(data, kiosks, clerks)).get();
        }
    }

    /** The id of the kiosk with this number, from 1. */
    public static String kioskId(int number) {
        return NEAR + "-B" + number;
    }

    public static String clerkId(int number) {
        return FAR + "-B" + number;
    }

    public static String managerId() {
        return MANAGER;
    }

    private static Crowd write(Path data, int kiosks, int clerks) {
        try (DataFolder folder = DataFolder.claim(data);
                LocalPostgres postgres = LocalPostgres.start(folder, false);
                Database database = Database.open(postgres)) {
            Sql sql = new Sql(database.dataSource());
            DemoCities.load(sql, folder.path());
            return sql.together(tx -> {
                Crowd crowd =
                        new Crowd(new ArrayList<>(), new ArrayList<>(), session(tx, "HALL", MANAGER, FAR, "vw-hall"));
                for (int i = 1; i <= kiosks; i++) {
                    crowd.kiosks.add(kiosk(tx, i));
                }
                for (int i = 1; i <= clerks; i++) {
                    crowd.clerks.add(clerk(tx, i));
                }
                return crowd;
            });
        }
    }

    private static String kiosk(Sql tx, int number) {
        String id = kioskId(number);
        tx.update(
                "insert into kiosk (id, centre, name_zh, name_en) values (?, ?, ?, ?)",
                id,
                NEAR,
                "压测终端 " + number,
                "Benchmark kiosk " + number);
        return session(tx, "KIOSK", id, NEAR, "vw-kiosk");
    }

    private static String clerk(Sql tx, int number) {
        String id = clerkId(number);
        tx.update("""
            insert into clerk (id, centre, account, password_hash, name, staff_no, unit_zh, unit_en)
            values (?, ?, ?, 'none', ?, ?, '压测', 'Benchmark')
            """, id, FAR, "bench." + number, "压测" + number, "B" + number);
        tx.update(
                "insert into clerk_assignment (clerk, service_window, centre) values (?, ?, ?)", id, FAR + "-W1", FAR);
        return session(tx, "CLERK", id, FAR, "vw-clerk");
    }

    private static String session(Sql tx, String door, String subject, String centre, String cookie) {
        String token = Secrets.token();
        long now = System.currentTimeMillis();
        tx.update(
                """
                insert into session (token_hash, door, subject, centre, browser_start, created_at, expires_at)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                Secrets.sha256(token),
                door,
                subject,
                centre,
                door.equals("KIOSK") ? Secrets.token() : null,
                now,
                now + DAY_MILLIS);
        return cookie + "=" + token;
    }
}
