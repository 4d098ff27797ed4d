package org.virtualwindow.campaigns;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.virtualwindow.campaigns.history.Fact;
import org.virtualwindow.campaigns.history.History;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.json.WireCodec;
import org.virtualwindow.protocol.values.Author;
import org.virtualwindow.server.desk.Call;
import org.virtualwindow.server.desk.Duty;
import org.virtualwindow.server.journal.Journal;
import org.virtualwindow.server.journal.NodeLock;
import org.virtualwindow.server.journal.Operation;
import org.virtualwindow.server.journal.Stream;
import org.virtualwindow.server.postgres.DataFolder;
import org.virtualwindow.server.postgres.Database;
import org.virtualwindow.server.postgres.LocalPostgres;
import org.virtualwindow.server.postgres.Sql;

/** Reads what a server that has stopped has kept, as its journal reader reads it, and adds it to a history. */
final class Kept {
    private static final String DESK = "desk";

    private Kept() {}

    /** A room's body in the journal. */
    private record Body(Author by, RoomEvent event) {}

    /** @throws IllegalStateException where the chain of a stream is broken */
    static void addTo(History history, Path data) {
        try (DataFolder folder = DataFolder.claim(data);
                LocalPostgres postgres = LocalPostgres.start(folder, false);
                Database database = Database.open(postgres);
                NodeLock node = NodeLock.take(database.dataSource());
                Journal journal = new Journal(database.dataSource(), folder.resolve("journal.key"), node.fence())) {
            Sql sql = new Sql(database.dataSource());
            for (String stream : sql.list("select id from stream order by id", row -> row.getString(1))) {
                List<Stream.Written> entries =
                        journal.open(stream).map(Stream.Opened::entries).orElse(List.of());
                entries.forEach(
                        entry -> fact(stream, entry, body(stream, entry)).ifPresent(history::add));
            }
            sql.list("select body from call", row -> row.getString(1))
                    .forEach(row -> history.add(
                            new Fact.KeptRow(WireCodec.read(row.getBytes(StandardCharsets.UTF_8), Call.class))));
        }
    }

    private static byte[] body(String stream, Stream.Written entry) {
        byte[] body = entry.body();
        if (body == null) {
            throw new IllegalStateException("Entry " + entry.seq() + " of " + stream + " was erased");
        }
        return body;
    }

    private static Optional<Fact> fact(String stream, Stream.Written entry, byte[] body) {
        Operation operation = entry.operation();
        String op = operation == null ? "" : operation.id();
        if (!stream.equals(DESK)) {
            RoomEvent event = WireCodec.read(body, Body.class).event();
            return Optional.of(new Fact.KeptEvent(stream, entry.seq(), entry.author(), op, event));
        }
        return switch (entry.type()) {
            case "Call" ->
                Optional.of(new Fact.KeptCall(entry.seq(), entry.author(), op, WireCodec.read(body, Call.class)));
            case "Duty" -> {
                Duty duty = WireCodec.read(body, Duty.class);
                yield Optional.of(new Fact.KeptDuty(
                        entry.seq(), entry.author(), op, duty.clerk().value(), duty.ready()));
            }
            default -> Optional.empty(); // the desk's opening
        };
    }
}
