package org.virtualwindow.server.story;

import java.util.Optional;
import org.virtualwindow.protocol.Answer;
import org.virtualwindow.protocol.CallCommand;
import org.virtualwindow.protocol.RoomOperation;
import org.virtualwindow.protocol.ToClerk;
import org.virtualwindow.protocol.ids.CallId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.FieldValue;

/** What a clerk does at the console. */
record Console(String cookie, String page, Line<ToClerk> line) implements AutoCloseable {

    Answer isReady(boolean ready) {
        return line.does(op -> new CallCommand.SetReady(op, ready));
    }

    ToClerk.Ringing awaitRing() {
        return (ToClerk.Ringing) line.awaitLatest(
                        ToClerk.ClerkCallChanged.class,
                        changed -> changed.call().orElse(null) instanceof ToClerk.Ringing)
                .call()
                .orElseThrow();
    }

    void awaitNoCall() {
        line.awaitLatest(
                ToClerk.ClerkCallChanged.class, changed -> changed.call().isEmpty());
    }

    Answer answers(CallId call) {
        return line.does(op -> new CallCommand.AnswerCall(op, call));
    }

    Answer hangsUp(CallId call) {
        return line.does(op -> new CallCommand.HangUp(op, call));
    }

    Answer finishes(CallId call) {
        return line.does(op -> new CallCommand.FinishWrapUp(op, call, true, Optional.empty()));
    }

    Answer writes(RoomId room, String path, String value, long baseRev) {
        return line.does(
                op -> new RoomOperation.SetField(op, room, new FieldPath(path), new FieldValue(value), baseRev));
    }

    ToClerk.InCall awaitInCall() {
        return (ToClerk.InCall) line.awaitLatest(
                        ToClerk.ClerkCallChanged.class,
                        changed -> changed.call().orElse(null) instanceof ToClerk.InCall)
                .call()
                .orElseThrow();
    }

    @Override
    public void close() {
        line.close();
    }
}
