package org.virtualwindow.campaigns;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.benchmarks.Crowd;
import org.virtualwindow.campaigns.kiosk.Papers;
import org.virtualwindow.campaigns.kiosk.Visitor;
import org.virtualwindow.protocol.Blob;
import org.virtualwindow.protocol.CallCommand;
import org.virtualwindow.protocol.DeviceTask;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomMessage;
import org.virtualwindow.protocol.RoomOperation;
import org.virtualwindow.protocol.ToClerk;
import org.virtualwindow.protocol.ids.CommandId;
import org.virtualwindow.protocol.ids.OpId;

/** The clerk whom somebody at a supervised kiosk calls, and who has its devices used. */
final class Attendant {
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final int OK = 200;

    /** A small page, as quickly as it goes. */
    static final DeviceTask SCAN =
            new DeviceTask.ScanPages(DeviceTask.ScanSource.GLASS, 75L, DeviceTask.ScanMode.GREY, 1L);

    private final Person<ToClerk> clerk;
    private final String origin;
    private final String cookie;
    private final Map<CommandId, RoomEvent.UseEnd> ended = new ConcurrentHashMap<>();
    private volatile @Nullable Blob scanned;
    private int named;

    /** The crowd's first. */
    Attendant(Crowd crowd, long seed, Play play, String origin) {
        this.origin = origin;
        cookie = crowd.clerks().getFirst();
        clerk = new Cast(crowd, seed, play).clerk(origin, 1, (_, message) -> hears(message));
    }

    /** Of the crowd's first kiosk, where somebody presses for it; they talk then. */
    void answers(Page page) throws InterruptedException {
        OpId ready = clerk.newOp();
        clerk.achieves(ready, new CallCommand.SetReady(ready, true));
        Visitor.presses(page, "呼叫人工");
        Await.until(() -> clerk.call(ToClerk.Ringing.class).isPresent(), PATIENCE, () -> "it rings");
        OpId answer = clerk.newOp();
        clerk.achieves(
                answer,
                new CallCommand.AnswerCall(
                        answer, clerk.call(ToClerk.Ringing.class).orElseThrow().call()));
        Await.until(() -> clerk.room().isPresent(), PATIENCE, () -> "the clerk is shown the room");
    }

    /** Returns when the applicant has allowed it. */
    CommandId asksFor(DeviceTask task, Page page) throws InterruptedException {
        CommandId command = new CommandId("a" + ++named);
        OpId op = clerk.newOp();
        clerk.achieves(
                op, new RoomOperation.Operate(op, clerk.room().orElseThrow().room(), command, task));
        Visitor.presses(page, "同意");
        return command;
    }

    /**
     * Has the card read, the page scanned, and what the server made of that printed.
     *
     * @param control of the kiosk's simulated devices
     * @return what to look for as it is
     */
    List<byte[]> handles(Papers papers, Path control, Page page) throws IOException, InterruptedException {
        papers.layInto(control);
        hasDone(new DeviceTask.ReadIdCard(Optional.empty()), page);
        hasDone(SCAN, page);
        Papers.takeAwayFrom(control);
        Blob stored = Objects.requireNonNull(scanned);
        List<byte[]> marks = new ArrayList<>(papers.marks());
        marks.add(Papers.mark(fetched(stored)));
        hasDone(new DeviceTask.PrintDocument(stored, 1L), page);
        return marks;
    }

    private void hasDone(DeviceTask task, Page page) throws InterruptedException {
        CommandId command = asksFor(task, page);
        Await.until(() -> ended.containsKey(command), PATIENCE, () -> task + " ends");
        if (ended.get(command) != RoomEvent.UseEnd.DONE) {
            throw new IllegalStateException(task + ": " + ended.get(command));
        }
    }

    private byte[] fetched(Blob stored) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(origin + "/api/blob/" + stored.blob()))
                .header("Cookie", cookie)
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() != OK) {
                throw new IOException("the scanned page: " + answer.statusCode());
            }
            return answer.body();
        }
    }

    void hangsUp() throws InterruptedException {
        OpId op = clerk.newOp();
        clerk.achieves(
                op,
                new CallCommand.HangUp(
                        op, clerk.call(ToClerk.InCall.class).orElseThrow().call()));
    }

    /** Once the call is over. */
    void finishes() throws InterruptedException {
        Await.until(() -> clerk.call(ToClerk.WrapUp.class).isPresent(), PATIENCE, () -> "the call is over");
        OpId finish = clerk.newOp();
        clerk.achieves(
                finish,
                new CallCommand.FinishWrapUp(
                        finish, clerk.call(ToClerk.WrapUp.class).orElseThrow().call(), false, Optional.empty()));
    }

    private void hears(ToClerk message) {
        if (message instanceof RoomMessage.RoomHappened told) {
            switch (told.event()) {
                case RoomEvent.PagesTaken taken -> scanned = taken.pages().getFirst();
                case RoomEvent.UseEnded over -> ended.put(over.command(), over.how());
                default -> {}
            }
        }
    }
}
