package org.virtualwindow.server.items;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.server.form.Catalog;
import org.virtualwindow.server.form.ItemPackage;
import org.virtualwindow.server.items.PackageRows.Row;
import org.virtualwindow.server.postgres.Sql;

/**
 * The item packages in force, and every one that ever was.
 *
 * <p>At the start the files are compared with what was in force: a package from files follows the files; one that a hall manager put
 * in force stays until the files have a higher version.
 */
public final class Packages {
    private static final Logger log = LoggerFactory.getLogger(Packages.class);

    private final PackageRows rows;
    private final InstantSource clock;
    private final AtomicReference<Catalog> now;

    private Packages(PackageRows rows, InstantSource clock, Catalog now) {
        this.rows = rows;
        this.clock = clock;
        this.now = new AtomicReference<>(now);
    }

    /** @param files what comes with the program and from the operator's folder */
    public static Packages load(Sql sql, Catalog files, InstantSource clock) {
        Catalog now = sql.together(transaction -> settled(new PackageRows(transaction), files, clock));
        return new Packages(new PackageRows(sql), clock, now);
    }

    private static Catalog settled(PackageRows rows, Catalog files, InstantSource clock) {
        List<Row> before = rows.inForce();
        Catalog now = files;
        for (ItemPackage file : files.all()) {
            Optional<Row> was = before.stream().filter(row -> row.isOf(file)).findFirst();
            if (was.isEmpty() || followsFiles(was.get(), file)) {
                rows.add(file, clock.instant(), Optional.empty());
            } else if (!was.get().hash().equals(file.hash())) {
                now = now.with(rows.read(was.get()));
                log.info(
                        "{}/{} stays at version {}, which a hall manager put in force; the files have version {}",
                        file.owner(),
                        file.item().item(),
                        was.get().version(),
                        file.item().version());
            }
        }
        for (Row row : before) {
            if (row.manager().isPresent() && files.find(row.item(), row.owner()).isEmpty()) {
                now = now.with(rows.read(row));
            }
        }
        return now;
    }

    private static boolean followsFiles(Row was, ItemPackage file) {
        return !was.hash().equals(file.hash())
                && (was.manager().isEmpty() || file.item().version() > was.version());
    }

    /** What is in force. */
    public Catalog now() {
        return now.get();
    }

    /** A package that is or was in force at this centre. Waits for the database where it is not in force now. */
    public Optional<ItemPackage> find(ServiceItemId item, CentreId owner, String hash) {
        return now().packageOf(item, owner)
                .filter(current -> current.hash().equals(hash))
                .or(() -> rows.find(item, owner, hash));
    }

    /** As {@link #find}; without a hash, the one in force. */
    public Optional<ServiceItem> item(ServiceItemId item, CentreId owner, Optional<String> hash) {
        return hash.map(pinned -> find(item, owner, pinned).map(ItemPackage::item))
                .orElseGet(() -> now().find(item, owner));
    }
}
