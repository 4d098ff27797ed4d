package org.virtualwindow.server.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.ids.CaseNo;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.values.LocalText;
import org.virtualwindow.server.directory.Directory;
import org.virtualwindow.server.postgres.Sql;

/**
 * {@code POST /api/progress}: how far the case is, for whoever holds the secret of its receipt. It is posted so that it stands
 * in no address and no log; 404 where no receipt has it.
 */
public final class ProgressDoor extends PostDoor<ProgressDoor.Ask> {
    private final Sql sql;
    private final Directory directory;
    private final BiFunction<ServiceItemId, CentreId, Optional<ServiceItem>> items;

    /** @param items the item as the centre it was filed with handles it */
    public ProgressDoor(
            Sql sql, Directory directory, BiFunction<ServiceItemId, CentreId, Optional<ServiceItem>> items) {
        super(Ask.class);
        this.sql = sql;
        this.directory = directory;
        this.items = items;
    }

    record Ask(String secret) {
        @Override
        public String toString() {
            return "Ask";
        }
    }

    /** Nothing personal: the paper may be found by a stranger. */
    record Progress(
            CaseNo caseNo,
            ServiceItemId item,
            LocalText title,
            LocalText owner,
            Instant filedAt,
            String state,
            String formHash) {}

    @Override
    void open(Ask ask, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Progress> progress = sql.first(
                "select case_no, item, owner_centre, filed_at, state, form_hash from case_file where progress_hash = ?",
                row -> {
                    var item = new ServiceItemId(row.getString("item"));
                    var owner = new CentreId(row.getString("owner_centre"));
                    return new Progress(
                            new CaseNo(row.getString("case_no")),
                            item,
                            items.apply(item, owner)
                                    .map(ServiceItem::title)
                                    .orElse(new LocalText(item.value(), item.value())),
                            directory
                                    .centre(owner)
                                    .map(Directory.CentreEntry::name)
                                    .orElse(new LocalText(owner.value(), owner.value())),
                            Instant.ofEpochMilli(row.getLong("filed_at")),
                            row.getString("state"),
                            row.getString("form_hash"));
                },
                Secrets.sha256(ask.secret()));
        if (progress.isEmpty()) {
            refuse(response, HttpServletResponse.SC_NOT_FOUND, "unknown-receipt");
            return;
        }
        answer(response, progress.get());
    }
}
