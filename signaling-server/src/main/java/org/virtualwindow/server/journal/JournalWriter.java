package org.virtualwindow.server.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The statements of an append. */
final class JournalWriter {
    private static final String ENTRIES = """
        insert into entry (stream, seq, at, author, op_id, op_hash, type, version, previous, hash, sealed)
        select n.stream, n.seq, n.at, n.author, n.op_id, n.op_hash, n.type, ?, n.previous, n.hash, n.sealed
        from unnest(?::text[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::bytea[], ?::text[], ?::bytea[], ?::bytea[], ?::bytea[])
             as n(stream, seq, at, author, op_id, op_hash, type, previous, hash, sealed)
        join stream s on s.id = n.stream and s.fence = ?
        on conflict do nothing\
        """;
    private static final String BODIES = """
        insert into entry_body (stream, seq, body)
        select n.stream, n.seq, n.body from unnest(?::text[], ?::bigint[], ?::bytea[]) as n(stream, seq, body)\
        """;

    private JournalWriter() {}

    /**
     * False where exactly these entries are there already: their commit had succeeded and only its answer was lost.
     *
     * @throws SQLException also where a row was refused: by its stream's fence, its place or its operation
     */
    static boolean insert(Connection connection, long fence, List<Entry> entries) throws SQLException {
        if (entries.isEmpty()) {
            return true;
        }
        try (PreparedStatement insert = connection.prepareStatement(ENTRIES)) {
            insert.setInt(1, Entry.VERSION);
            array(insert, 2, "text", entries, Entry::stream);
            array(insert, 3, "bigint", entries, Entry::seq);
            array(insert, 4, "bigint", entries, entry -> entry.at().toEpochMilli());
            array(insert, 5, "text", entries, Entry::author);
            array(
                    insert,
                    6,
                    "text",
                    entries,
                    entry ->
                            entry.operation() == null ? null : entry.operation().id());
            bytes(insert, 7, entries, entry -> hashOf(entry.operation()));
            array(insert, 8, "text", entries, Entry::type);
            bytes(insert, 9, entries, Entry::previous);
            bytes(insert, 10, entries, Entry::hash);
            bytes(insert, 11, entries, Entry::sealed);
            insert.setLong(12, fence);
            int written = insert.executeUpdate();
            if (written == 0 && areThere(connection, entries)) {
                return false;
            }
            if (written != entries.size()) {
                throw new SQLException("refused " + (entries.size() - written) + " of " + entries.size() + " entries");
            }
        }
        try (PreparedStatement insert = connection.prepareStatement(BODIES)) {
            array(insert, 1, "text", entries, Entry::stream);
            array(insert, 2, "bigint", entries, Entry::seq);
            bytes(insert, 3, entries, Entry::body);
            insert.executeUpdate();
        }
        return true;
    }

    private static boolean areThere(Connection connection, List<Entry> entries) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
            select count(*) from entry join unnest(?::text[], ?::bigint[], ?::bytea[]) as n(stream, seq, hash)
            using (stream, seq, hash)\
            """)) {
            array(select, 1, "text", entries, Entry::stream);
            array(select, 2, "bigint", entries, Entry::seq);
            bytes(select, 3, entries, Entry::hash);
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getInt(1) == entries.size();
            }
        }
    }

    private static byte @Nullable [] hashOf(@Nullable Operation operation) {
        return operation == null ? null : HexFormat.of().parseHex(operation.hash());
    }

    /** The driver takes arrays of bytes only as {@code byte[][]}. */
    private static void bytes(
            PreparedStatement statement, int at, List<Entry> entries, Function<Entry, byte @Nullable []> part)
            throws SQLException {
        byte[][] parts = entries.stream().map(part).toArray(byte[][]::new);
        statement.setArray(at, statement.getConnection().createArrayOf("bytea", parts));
    }

    private static void array(
            PreparedStatement statement,
            int at,
            String type,
            List<Entry> entries,
            Function<Entry, @Nullable Object> part)
            throws SQLException {
        statement.setArray(
                at,
                statement
                        .getConnection()
                        .createArrayOf(type, entries.stream().map(part).toArray()));
    }
}
