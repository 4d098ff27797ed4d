package org.virtualwindow.server.demo;

import java.util.List;
import java.util.stream.Stream;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.server.identity.HelperSignIn;
import org.virtualwindow.server.identity.Passwords;
import org.virtualwindow.server.postgres.Sql;

/** The clerks, hall managers and helpers of the demo. */
final class DemoPeople {
    static final List<Clerk> CLERKS = List.of(
            new Clerk("330503-C1", "shen.jianhua", "沈建华", "NX1001", List.of("330503-W1", "330503-W2")),
            new Clerk("330503-C2", "lu.xiaoyan", "陆晓燕", "NX1002", List.of("330503-W1")),
            new Clerk("330503-C3", "qian.guoqiang", "钱国强", "NX1003", List.of("330503-W2")));

    static final List<HallManager> MANAGERS = List.of(
            new HallManager("310117-M1", DemoPlaces.SONGJIANG, "gu.mingyuan", "顾明远", "松江"),
            new HallManager("330503-M1", DemoPlaces.NANXUN, "yao.liping", "姚丽萍", "南浔"));

    static final List<LocalHelper> HELPERS =
            List.of(new LocalHelper("310117-H1", DemoPlaces.SONGJIANG, "helper.zhoumin", "周敏"));

    private DemoPeople() {}

    record Clerk(String id, String account, String name, String staffNo, List<String> windows) {}

    record HallManager(String id, String centre, String account, String name, String place) {}

    /** @param account names the code in the file; nobody types it */
    record LocalHelper(String id, String centre, String account, String name) {}

    static List<String> accounts() {
        return Stream.concat(
                        CLERKS.stream().map(Clerk::account), MANAGERS.stream().map(HallManager::account))
                .toList();
    }

    static List<String> helpers() {
        return HELPERS.stream().map(LocalHelper::account).toList();
    }

    /** Sets everybody's secret; hashing takes its time. Whoever is there already keeps their windows. */
    static void load(Sql tx, DemoSignIns signIns) {
        CLERKS.forEach(clerk -> load(tx, clerk, Passwords.hash(signIns.of(clerk.account()))));
        MANAGERS.forEach(manager -> tx.update(
                """
                insert into hall_manager (id, centre, account, password_hash, name) values (?, ?, ?, ?, ?)
                on conflict (id) do update set password_hash = excluded.password_hash
                """,
                manager.id(),
                manager.centre(),
                manager.account(),
                Passwords.hash(signIns.of(manager.account())),
                manager.name()));
        HELPERS.forEach(helper -> tx.update(
                """
                insert into helper (id, centre, name, code_hash) values (?, ?, ?, ?)
                on conflict (id) do update set code_hash = excluded.code_hash
                """,
                helper.id(),
                helper.centre(),
                helper.name(),
                HelperSignIn.hash(tx, new CentreId(helper.centre()), signIns.of(helper.account()))));
    }

    private static void load(Sql tx, Clerk clerk, String passwordHash) {
        if (tx.update("update clerk set password_hash = ? where id = ?", passwordHash, clerk.id()) > 0) {
            return;
        }
        tx.update("""
            insert into clerk (id, centre, account, password_hash, name, staff_no, unit_zh, unit_en)
            values (?, ?, ?, ?, ?, ?, '南浔区政务服务中心企业开办专区', 'Business registration, Nanxun Service Centre')
            """, clerk.id(), DemoPlaces.NANXUN, clerk.account(), passwordHash, clerk.name(), clerk.staffNo());
        clerk.windows()
                .forEach(window -> tx.update(
                        "insert into clerk_assignment (clerk, service_window, centre) values (?, ?, ?)",
                        clerk.id(),
                        window,
                        DemoPlaces.NANXUN));
    }
}
