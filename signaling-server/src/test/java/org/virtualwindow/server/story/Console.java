package org.virtualwindow.server.story;

import org.virtualwindow.protocol.Answer;
import org.virtualwindow.protocol.CallCommand;
import org.virtualwindow.protocol.RoomOperation;
import org.virtualwindow.protocol.ToClerk;
import org.virtualwindow.protocol.ids.CallId;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.FieldValue;

/** What a clerk does at the console. */
record Console(String cookie, String page, Line<ToClerk> line) implements AutoCloseable {

    Answer isReady(boolean ready) {
        OpId op = KioskPage.op();
        return line.ask(new CallCommand.SetReady(op, ready), op.value());
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
        OpId op = KioskPage.op();
        return line.ask(new CallCommand.AnswerCall(op, call), op.value());
    }

    Answer hangsUp(CallId call) {
        OpId op = KioskPage.op();
        return line.ask(new CallCommand.HangUp(op, call), op.value());
    }

    Answer finishes(CallId call) {
        OpId op = KioskPage.op();
        return line.ask(new CallCommand.FinishWrapUp(op, call, true), op.value());
    }

    Answer writes(RoomId room, String path, String value, long baseRev) {
        OpId op = KioskPage.op();
        return line.ask(
                new RoomOperation.SetField(op, room, new FieldPath(path), new FieldValue(value), baseRev), op.value());
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
