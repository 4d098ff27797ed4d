package org.virtualwindow.server.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.virtualwindow.protocol.RoomMessage.FiledCase;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.values.LocalText;
import org.virtualwindow.protocol.values.MaterialWord;
import org.virtualwindow.server.blob.Blobs;
import org.virtualwindow.server.directory.Directory;
import org.virtualwindow.server.postgres.DatabaseFailure;
import org.virtualwindow.server.room.Documents;
import org.virtualwindow.server.room.Room;
import org.virtualwindow.server.room.RoomFacts;
import org.virtualwindow.server.room.Rooms;

/** Makes the receipt of each filed case and keeps it among what is stored of its room, one after the other. */
public final class Receipts implements Documents {
    private static final Logger log = LoggerFactory.getLogger(Receipts.class);

    private final Rooms rooms;
    private final Blobs blobs;
    private final Directory directory;
    private final Function<KioskId, Optional<String>> origins;
    private final Executor mailbox;

    /**
     * @param origins of a kiosk's page that is there now: under the same address a phone finds the progress
     * @param mailbox may wait, for the database, the disk and the processor
     */
    public Receipts(
            Rooms rooms,
            Blobs blobs,
            Directory directory,
            Function<KioskId, Optional<String>> origins,
            Executor mailbox) {
        this.rooms = rooms;
        this.blobs = blobs;
        this.directory = directory;
        this.origins = origins;
        this.mailbox = mailbox;
    }

    @Override
    public void lacking(RoomId room) {
        mailbox.execute(() -> make(room));
    }

    /** What fails for the disk or the database is tried again when the room says so again. */
    private void make(RoomId id) {
        try {
            Optional<Room> room = rooms.find(id);
            if (room.isPresent()) {
                make(room.get());
            }
        } catch (IOException | UncheckedIOException | DatabaseFailure e) {
            log.warn("The receipt of {} could not be made: {}", id, e.getMessage());
        }
    }

    private void make(Room room) throws IOException {
        RoomFacts facts = room.facts();
        Optional<String> origin = origins.apply(facts.kiosk());
        if (facts.lacksReceipt() && origin.isPresent()) {
            byte[] pdf = ReceiptPdf.of(receipt(facts, facts.filed().orElseThrow(), origin.get()));
            blobs.keep(room.id(), new Blobs.Content("application/pdf", pdf, List.of(), "SYSTEM:receipt"))
                    .ifPresent(room.uses()::made);
        }
    }

    private Receipt receipt(RoomFacts facts, FiledCase filed, String origin) {
        return new Receipt(
                filed.caseNo(),
                facts.says().title(),
                name(facts.owner()),
                name(facts.near()),
                filed.at(),
                facts.says().timeLimit(),
                facts.says().result(),
                facts.filedWith(MaterialWord.OPEN),
                facts.filedWith(MaterialWord.PROMISED),
                facts.filedWith(MaterialWord.POSTED),
                facts.filedByLicence(),
                filed.formHash(),
                filed.progress().map(secret -> origin + "/progress/#" + secret));
    }

    private LocalText name(CentreId centre) {
        return directory
                .centre(centre)
                .map(Directory.CentreEntry::name)
                .orElse(new LocalText(centre.value(), centre.value()));
    }
}
