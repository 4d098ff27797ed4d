package org.virtualwindow.server.identity;

import java.time.InstantSource;
import java.util.Optional;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.server.identity.OneTimeCodes.Purpose;
import org.virtualwindow.server.postgres.Sql;

/** The keys by which device daemons are known, one in force per kiosk: enrolling anew revokes the one before. Blocks. */
public final class DeviceKeys {
    private final Sql sql;
    private final OneTimeCodes codes;
    private final InstantSource clock;

    public DeviceKeys(Sql sql, OneTimeCodes codes, InstantSource clock) {
        this.sql = sql;
        this.codes = codes;
        this.clock = clock;
    }

    /** A key, told once, and whose it is. Prints itself masked. */
    public record Enrolled(String token, KioskId kiosk) {
        @Override
        public String toString() {
            return "Enrolled[" + kiosk + "]";
        }
    }

    /** Empty when the code opens nothing. */
    public Optional<Enrolled> enrol(String code) {
        return sql.together(tx -> codes.redeem(tx, code, Purpose.ENROL).map(kiosk -> {
            revoke(tx, kiosk);
            String token = Secrets.token();
            tx.update(
                    "insert into device_key (token_hash, kiosk, enrolled_at) values (?, ?, ?)",
                    Secrets.sha256(token),
                    kiosk.value(),
                    clock.millis());
            return new Enrolled(token, kiosk);
        }));
    }

    /** The kiosk whose daemon has this key. */
    public Optional<KioskId> check(String token) {
        return sql.first(
                "select kiosk from device_key where token_hash = ? and revoked_at is null",
                row -> new KioskId(row.getString("kiosk")),
                Secrets.sha256(token));
    }

    /** The kiosk's daemon is not let in any more until it enrols anew. */
    public void revoke(KioskId kiosk) {
        revoke(sql, kiosk);
    }

    private void revoke(Sql tx, KioskId kiosk) {
        tx.update(
                "update device_key set revoked_at = ? where kiosk = ? and revoked_at is null",
                clock.millis(),
                kiosk.value());
    }
}
