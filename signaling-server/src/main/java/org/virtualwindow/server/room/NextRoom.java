package org.virtualwindow.server.room;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import org.virtualwindow.protocol.Presentation;
import org.virtualwindow.protocol.RoomMessage.ChatLine;
import org.virtualwindow.protocol.RoomMessage.FiledCase;
import org.virtualwindow.protocol.RoomMessage.OpenSuggestion;
import org.virtualwindow.protocol.RoomMessage.SeatedClerk;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.ids.SuggestionId;
import org.virtualwindow.protocol.values.Author;
import org.virtualwindow.protocol.values.Role;
import org.virtualwindow.server.form.FormState;

/** The next state of a room while it is made; what an event does not change stays as it was. */
final class NextRoom {
    private final RoomState before;
    FormState form;
    Optional<String> itemHash;
    SequencedMap<SuggestionId, OpenSuggestion> suggestions;
    Ladder ladder;
    List<ChatLine> chat;
    SequencedSet<String> declared;
    Optional<Author> helper;
    Role atKiosk;
    Optional<SeatedClerk> clerk;
    long epoch;
    Optional<FiledCase> filed;
    Optional<Presentation> presented;
    Optional<String> migrationOffered;
    List<RoomState.Moved> migrations;
    Optional<Person> person;
    Comings visits;
    Uses uses;
    Checklist checklist;
    Lookups lookups;
    CentreId near;
    KioskId kiosk;
    boolean ended;

    NextRoom(RoomState before) {
        this.before = before;
        form = before.form();
        itemHash = before.itemHash();
        suggestions = before.suggestions();
        ladder = before.ladder();
        chat = before.chat();
        declared = before.declared();
        helper = before.helper();
        atKiosk = before.atKiosk();
        clerk = before.clerk();
        epoch = before.epoch();
        filed = before.filed();
        presented = before.presented();
        migrationOffered = before.migrationOffered();
        migrations = before.migrations();
        person = before.person();
        visits = before.visits();
        uses = before.uses();
        checklist = before.checklist();
        lookups = before.lookups();
        near = before.near();
        kiosk = before.kiosk();
        ended = before.ended();
    }

    RoomState made() {
        return new RoomState(
                form,
                itemHash,
                before.salt(),
                before.after(),
                near,
                before.owner(),
                kiosk,
                suggestions,
                ladder,
                chat,
                declared,
                helper,
                atKiosk,
                clerk,
                epoch,
                filed,
                presented,
                migrationOffered,
                migrations,
                person,
                visits,
                uses,
                checklist,
                lookups,
                ended);
    }
}
