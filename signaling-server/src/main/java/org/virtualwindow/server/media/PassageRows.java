package org.virtualwindow.server.media;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import org.virtualwindow.protocol.ids.CallId;
import org.virtualwindow.protocol.json.WireCodec;
import org.virtualwindow.server.mailbox.Mailbox;
import org.virtualwindow.server.postgres.Sql;

/** Passages in the database. What is written waits in a mailbox of its own, in order. */
public final class PassageRows implements PassageBook {
    private final Sql sql;
    private final Mailbox writing;

    public PassageRows(Sql sql, Executor threads) {
        this.sql = sql;
        this.writing = new Mailbox(threads);
    }

    /** Names this database among all whose servers share a media server. Waits for the database. */
    public String installation() {
        return sql.first("select id from installation", row -> row.getString("id"))
                .orElseThrow();
    }

    /** What an earlier server left of calls that go on; the rest is forgotten. Waits for the database. */
    public List<StoredPassage> left(Predicate<CallId> goesOn) {
        List<StoredPassage> all = sql.list(
                "select body from relayed_call",
                row -> WireCodec.read(row.getString("body").getBytes(StandardCharsets.UTF_8), StoredPassage.class));
        all.stream().map(StoredPassage::call).filter(goesOn.negate()).forEach(this::forget);
        return all.stream().filter(passage -> goesOn.test(passage.call())).toList();
    }

    @Override
    public void save(StoredPassage passage) {
        writing.execute(() -> sql.update("""
            insert into relayed_call (call, body) values (?, ?)
            on conflict (call) do update set body = excluded.body\
            """, passage.call().value(), WireCodec.encode(passage)));
    }

    @Override
    public void forget(CallId call) {
        writing.execute(() -> sql.update("delete from relayed_call where call = ?", call.value()));
    }
}
