package org.virtualwindow.server.items;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.HallManagerId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.json.WireCodec;
import org.virtualwindow.server.form.ItemPackage;
import org.virtualwindow.server.postgres.Sql;

/** Item packages on disk. */
final class PackageRows {
    private static final String ROWS = """
        select f.centre, f.item, f.hash, p.version, f.since, f.manager, m.name
        from item_in_force f join item_package p using (hash) left join hall_manager m on m.id = f.manager
        """;

    private final Sql sql;

    PackageRows(Sql sql) {
        this.sql = sql;
    }

    /**
     * A package came into force.
     *
     * @param manager who put it in force; empty where it came from files
     */
    record Row(
            CentreId owner,
            ServiceItemId item,
            String hash,
            long version,
            Instant since,
            Optional<HallManagerId> manager,
            Optional<String> name) {
        boolean isOf(ItemPackage file) {
            return owner.equals(file.owner()) && item.equals(file.item().item());
        }
    }

    /** The last of every centre and item. */
    List<Row> inForce() {
        return sql.list(
                ROWS + "where f.id in (select max(id) from item_in_force group by centre, item) order by f.id",
                PackageRows::row);
    }

    /** All there was at a centre, newest first. */
    List<Row> of(CentreId owner) {
        return sql.list(ROWS + "where f.centre = ? order by f.id desc", PackageRows::row, owner.value());
    }

    Optional<ItemPackage> find(ServiceItemId item, CentreId owner, String hash) {
        return sql.first(
                        ROWS + "where f.centre = ? and f.item = ? and f.hash = ?",
                        PackageRows::row,
                        owner.value(),
                        item.value(),
                        hash)
                .map(this::read);
    }

    ItemPackage read(Row row) {
        String body = sql.first("select body from item_package where hash = ?", found -> found.getString(1), row.hash())
                .orElseThrow();
        ServiceItem item = WireCodec.read(body.getBytes(StandardCharsets.UTF_8), ServiceItem.class);
        return new ItemPackage(row.owner(), item, row.hash());
    }

    void add(ItemPackage made, Instant since, Optional<HallManagerId> manager) {
        sql.together(transaction -> {
            new PackageRows(transaction).insert(made, since, manager);
            return true;
        });
    }

    private void insert(ItemPackage made, Instant since, Optional<HallManagerId> manager) {
        sql.update(
                "insert into item_package (hash, item, version, body) values (?, ?, ?, ?) on conflict do nothing",
                made.hash(),
                made.item().item().value(),
                made.item().version(),
                WireCodec.encode(made.item()));
        sql.update(
                "insert into item_in_force (centre, item, hash, since, manager) values (?, ?, ?, ?, ?)",
                made.owner().value(),
                made.item().item().value(),
                made.hash(),
                since.toEpochMilli(),
                manager.map(HallManagerId::value).orElse(null));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new CentreId(row.getString("centre")),
                new ServiceItemId(row.getString("item")),
                row.getString("hash"),
                row.getLong("version"),
                Instant.ofEpochMilli(row.getLong("since")),
                Optional.ofNullable(row.getString("manager")).map(HallManagerId::new),
                Optional.ofNullable(row.getString("name")));
    }
}
