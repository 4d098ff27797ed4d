package org.virtualwindow.campaigns;

import java.util.Optional;
import org.virtualwindow.campaigns.history.Fact.Wish;
import org.virtualwindow.protocol.RoomOperation;

/** What an operation in a room asks for, as a history keeps it. */
final class Wishes {
    private Wishes() {}

    static Wish of(String kind, RoomOperation operation) {
        String room = operation.room().value();
        return switch (operation) {
            case RoomOperation.SetField it ->
                new Wish(kind, room, it.path().value(), it.value().text(), "", Optional.of(it.baseRev()));
            case RoomOperation.Undo it -> new Wish(kind, room, it.path().value(), "", "", Optional.of(it.rev()));
            case RoomOperation.Confirm it -> new Wish(kind, room, it.path().value(), "", "", Optional.of(it.rev()));
            case RoomOperation.Suggest it ->
                new Wish(
                        kind,
                        room,
                        it.path().value(),
                        it.value().text(),
                        it.suggestion().value(),
                        Optional.of(it.baseRev()));
            case RoomOperation.TakeSuggestion it ->
                named(kind, room, it.suggestion().value());
            case RoomOperation.DropSuggestion it ->
                named(kind, room, it.suggestion().value());
            case RoomOperation.RetractSuggestion it ->
                named(kind, room, it.suggestion().value());
            case RoomOperation.AddRow it ->
                new Wish(kind, room, it.table().value(), "", it.row().value(), Optional.empty());
            case RoomOperation.RemoveRow it -> new Wish(kind, room, it.row().value(), "");
            case RoomOperation.AskGrant it -> named(kind, room, it.scope().name());
            case RoomOperation.GiveGrant it -> named(kind, room, it.scope().name());
            case RoomOperation.EndGrant it -> named(kind, room, it.scope().name());
            case RoomOperation.Declare it ->
                new Wish(kind, room, "", it.agreed().toString(), it.code(), Optional.empty());
            case RoomOperation.Say it -> new Wish(kind, room, "", it.text().text());
            default -> new Wish(kind, room, "", "");
        };
    }

    private static Wish named(String kind, String room, String id) {
        return new Wish(kind, room, "", "", id, Optional.empty());
    }
}
