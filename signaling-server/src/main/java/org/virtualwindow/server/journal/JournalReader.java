package org.virtualwindow.server.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Reads a stream from its beginning and holds it to its chain. */
final class JournalReader {
    private JournalReader() {}

    static Stream.Opened read(Journal journal, Connection connection, String id, StreamKey key) throws SQLException {
        List<Stream.Written> entries = new ArrayList<>();
        byte[] head = Chain.START;
        try (PreparedStatement select = connection.prepareStatement("""
            select e.seq, e.at, e.author, e.op_id, e.op_hash, e.type, e.version, e.previous, e.hash, e.sealed, b.body
            from entry e left join entry_body b using (stream, seq) where stream = ? order by seq\
            """)) {
            select.setString(1, id);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    head = add(entries, row, id, key, head);
                }
            }
        }
        return new Stream.Opened(new Stream(journal, id, key, entries.size(), head, List.of()), entries);
    }

    private static byte[] add(List<Stream.Written> entries, ResultSet row, String id, StreamKey key, byte[] head)
            throws SQLException {
        long seq = row.getLong(1);
        String opId = row.getString(4);
        Operation operation =
                opId == null ? null : new Operation(opId, HexFormat.of().formatHex(row.getBytes(5)));
        Instant at = Instant.ofEpochMilli(row.getLong(2));
        byte[] sealed = row.getBytes(10);
        byte[] hash =
                Chain.hash(head, id, seq, at, row.getString(3), operation, row.getString(6), row.getInt(7), sealed);
        if (seq != entries.size() + 1 || !Journal.same(head, row.getBytes(8)) || !Journal.same(hash, row.getBytes(9))) {
            throw new IllegalStateException("The chain of stream " + id + " is broken at entry " + seq);
        }
        byte[] body = row.getBytes(11);
        byte[] plain = body == null ? null : key.decrypt(body, id, seq);
        if (plain != null && !Journal.same(Chain.seal(plain), sealed)) {
            throw new IllegalStateException("The body of entry " + seq + " of stream " + id + " was changed");
        }
        entries.add(new Stream.Written(
                seq, at, row.getString(3), operation, row.getString(6), plain == null ? null : Stream.body(plain)));
        return hash;
    }
}
