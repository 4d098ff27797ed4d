package org.virtualwindow.server.items;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.HallManagerId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.server.form.Catalog;
import org.virtualwindow.server.form.Fault;
import org.virtualwindow.server.form.ItemPackage;
import org.virtualwindow.server.form.PackageFault;
import org.virtualwindow.server.items.PackageRows.Row;
import org.virtualwindow.server.mailbox.Mailbox;
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
    private final Mailbox mailbox;
    private final InstantSource clock;
    /** Replaced in the mailbox. */
    private volatile Catalog now;

    private Packages(PackageRows rows, Mailbox mailbox, InstantSource clock, Catalog now) {
        this.rows = rows;
        this.mailbox = mailbox;
        this.clock = clock;
        this.now = now;
    }

    /** @param files what comes with the program and from the operator's folder */
    public static Packages load(Sql sql, Catalog files, InstantSource clock, Executor threads) {
        Catalog now = sql.together(transaction -> settled(new PackageRows(transaction), files, clock));
        return new Packages(new PackageRows(sql), new Mailbox(threads), clock, now);
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

    /**
     * What somebody wants to put in force.
     *
     * @param base the text of an {@code item.yaml}, where it is not the one of the files
     * @param variant the text of what the centre does differently
     * @param again the hash of a package that was in force and shall be again, under a new version; then there are no texts
     */
    public record Wanted(ServiceItemId item, Optional<String> base, Optional<String> variant, Optional<String> again) {}

    /**
     * What would be in force; changes nothing.
     *
     * @throws PackageFault where it is unusable, or its version does not rise
     */
    public ItemPackage tried(CentreId owner, Wanted wanted) {
        long version =
                now().find(wanted.item(), owner).map(ServiceItem::version).orElse(0L);
        if (wanted.again().isPresent()) {
            return find(wanted.item(), owner, wanted.again().get())
                    .map(former -> former.as(version + 1))
                    .orElseThrow(() -> new PackageFault(
                            owner.value() + ".yaml", Fault.ofFile("在本中心从来没有用过", "was never in force here")));
        }
        ItemPackage read = now().read(owner, wanted.item(), bytes(wanted.base()), bytes(wanted.variant()));
        if (read.item().version() <= version) {
            String file = wanted.variant().isPresent() ? owner.value() + ".yaml" : "item.yaml";
            throw new PackageFault(
                    file,
                    Fault.at(
                            "/version",
                            "要比正在用的 " + version + " 大",
                            "must be above " + version + ", which is in force"));
        }
        return read;
    }

    /**
     * From now on every new room of this centre goes by it; returns when it is on disk. False where another came into force since
     * it was tried.
     */
    public boolean putInForce(ItemPackage tried, Optional<String> insteadOf, HallManagerId manager) {
        return mailbox.ask(() -> {
            Optional<String> current =
                    now().packageOf(tried.item().item(), tried.owner()).map(ItemPackage::hash);
            boolean expected = current.equals(insteadOf);
            if (expected) {
                rows.add(tried, clock.instant(), Optional.of(manager));
                now = now.with(tried);
            }
            return expected;
        });
    }

    /** A package that is or was in force. */
    public record InForce(ServiceItemId item, long version, String hash, Instant since, Optional<String> by) {}

    /** All that ever was in force at a centre, newest first: the first of an item is the one in force. */
    public List<InForce> history(CentreId owner) {
        return rows.of(owner).stream()
                .map(row -> new InForce(row.item(), row.version(), row.hash(), row.since(), row.name()))
                .toList();
    }

    private static Optional<byte[]> bytes(Optional<String> text) {
        return text.map(written -> written.getBytes(StandardCharsets.UTF_8));
    }

    /** What is in force. */
    public Catalog now() {
        return now;
    }

    /** A package that is or was in force at this centre. Waits for the database where it is not in force now. */
    public Optional<ItemPackage> find(ServiceItemId item, CentreId owner, String hash) {
        return now().packageOf(item, owner)
                .filter(current -> current.hash().equals(hash))
                .or(() -> rows.find(item, owner, hash));
    }

    /** The item as it would be handled at this centre: as it is, or as the base says where the centre does not. */
    public Optional<ServiceItem> here(ServiceItemId item, CentreId centre) {
        Catalog current = now();
        return current.find(item, centre).or(() -> current.base(item));
    }

    /** As {@link #find}; without a hash, the one in force. */
    public Optional<ServiceItem> item(ServiceItemId item, CentreId owner, Optional<String> hash) {
        return hash.map(pinned -> find(item, owner, pinned).map(ItemPackage::item))
                .orElseGet(() -> now().find(item, owner));
    }
}
