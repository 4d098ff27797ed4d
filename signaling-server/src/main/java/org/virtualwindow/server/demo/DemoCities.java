package org.virtualwindow.server.demo;

import java.nio.file.Path;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.server.identity.OneTimeCodes;
import org.virtualwindow.server.postgres.Sql;

/**
 * Songjiang, where applicants sit; Nanxun, where clerks answer; Yuhuatai, where nobody does; Shushan, which keeps office
 * hours. Loading them again adds what is missing and leaves alone what was changed, like a clerk put on another window.
 */
public final class DemoCities {
    private final DemoSignIns signIns;

    private DemoCities(DemoSignIns signIns) {
        this.signIns = signIns;
    }

    /** @param folder where the secrets are kept */
    public static DemoCities load(Sql sql, Path folder) {
        DemoSignIns signIns = DemoSignIns.in(folder, DemoPeople.accounts(), DemoPeople.helpers());
        return sql.together(tx -> {
            DemoPlaces.load(tx);
            // The same secrets as at the last start need no hashing again.
            if (tx.update("insert into demo_sign_ins values (?) on conflict do nothing", signIns.hash()) > 0) {
                tx.update("delete from demo_sign_ins where file_hash <> ?", signIns.hash());
                DemoPeople.load(tx, signIns);
            }
            return new DemoCities(signIns);
        });
    }

    /** The doors with who may come in at each; makes a fresh launch code for each kiosk. */
    public String banner(String origin, OneTimeCodes codes) {
        var text = new StringBuilder("  Kiosk     " + origin + "/kiosk/ (each link opens once, within 15 minutes)\n");
        DemoPlaces.KIOSKS.forEach(kiosk -> {
            String code = codes.makeLaunch(new KioskId(kiosk.id())).code();
            line(text, kiosk.zh(), origin + "/kiosk/#launch=" + code);
        });
        DemoPeople.HELPERS.forEach(helper -> line(text, "帮办员 " + helper.name(), signIns.of(helper.account())));
        text.append("  Console   ").append(origin).append("/console/\n");
        DemoPeople.CLERKS.forEach(clerk -> line(text, "南浔 " + clerk.name(), signIn(clerk.account())));
        text.append("  Hall      ").append(origin).append("/hall/\n");
        DemoPeople.MANAGERS.forEach(
                manager -> line(text, manager.place() + " " + manager.name(), signIn(manager.account())));
        return text.toString();
    }

    private String signIn(String account) {
        return "%-14s %s".formatted(account, signIns.of(account));
    }

    private static void line(StringBuilder text, String who, String what) {
        // A Chinese character takes two columns.
        int columns = who.codePoints().map(c -> c > 0x2e7f ? 2 : 1).sum();
        text.append("    ").append(who).append(" ".repeat(Math.max(1, 16 - columns)));
        text.append(what).append('\n');
    }
}
