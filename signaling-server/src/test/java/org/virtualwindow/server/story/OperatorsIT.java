package org.virtualwindow.server.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.virtualwindow.server.Await.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.virtualwindow.protocol.FromKiosk;
import org.virtualwindow.protocol.MediaMessage.MediaState;
import org.virtualwindow.protocol.MediaMessage.Sending;
import org.virtualwindow.protocol.MediaPlan;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomMessage.RoomHappened;
import org.virtualwindow.protocol.RoomMessage.RoomSnapshot;
import org.virtualwindow.protocol.RoomOperation;
import org.virtualwindow.protocol.ids.CallId;
import org.virtualwindow.protocol.ids.RoomId;

/** What whoever operates the server learns of it. */
class OperatorsIT {
    @TempDir
    static Path folder = Path.of("");

    private final Logger milestones = (Logger) LoggerFactory.getLogger("org.virtualwindow.milestone");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Town town = new Town(folder);

    OperatorsIT() {
        log.list = new CopyOnWriteArrayList<>(); // written by other threads than the test's
        log.start();
        milestones.setLevel(ch.qos.logback.classic.Level.INFO);
        milestones.addAppender(log);
    }

    @AfterEach
    void stop() {
        milestones.detachAppender(log);
        milestones.setLevel(null);
        town.close();
    }

    @Test
    void aServerWhoseDatabaseGoesAwayLivesAndIsNotReady() {
        String up = "{\"status\":\"up\",\"database\":\"up\",\"serving\":\"up\"}";
        for (String path : List.of("/health", "/health/ready")) {
            await(path + " says up", () -> get(path).body().equals(up));
        }
        await(
                "it lives",
                () -> get("/health/live").body().equals("{\"status\":\"up\",\"desk\":\"up\",\"journal\":\"up\"}"));

        town.server().database().close();

        assertThat(get("/health/ready").statusCode()).isEqualTo(503);
        assertThat(get("/health/ready").body())
                .isEqualTo("{\"status\":\"down\",\"database\":\"down\",\"serving\":\"up\"}");
        await("it lives all the same", () -> get("/health/live").statusCode() == 200);
        assertThat(get("/health/here").statusCode())
                .as("pages that were cut off in a call come back: what they need is in memory")
                .isEqualTo(200);
    }

    @Test
    void eachMilestoneOfACallIsOneLineThatNamesCallRoomDeskAndKiosk() {
        try (Console clerk = town.console("shen.jianhua");
                KioskPage kiosk = town.kiosk(Town.ENTRANCE)) {
            RoomId room = kiosk.opensTheForm();
            CallId call = aCaseIsFiled(clerk, kiosk, room);

            String where = "room=" + room + " desk=330503/ENT_NAME kiosk=" + Town.ENTRANCE;
            String ofCall = "call=" + call + " " + where;
            await("five lines", () -> log.list.size() >= 5);
            List<String> lines = log.list.stream()
                    .map(ILoggingEvent::getFormattedMessage)
                    .map(line -> line.replaceFirst("filed as \\S+", "filed as N"))
                    .toList();
            String clerkId = lines.get(1).replaceFirst(".*offered to (\\S+) .*", "$1");
            assertThat(lines)
                    .as("the room writes its line when it comes to it")
                    .containsExactlyInAnyOrder(
                            "requested " + ofCall,
                            "offered to " + clerkId + " " + ofCall,
                            "answered by " + clerkId + " " + ofCall,
                            "connected peer-to-peer " + ofCall,
                            "filed as N " + ofCall,
                            "ended clerk-hung-up " + ofCall);
            assertThat(lines)
                    .filteredOn(line -> !line.startsWith("filed"))
                    .extracting(line -> line.split(" ")[0])
                    .containsExactly("requested", "offered", "answered", "connected", "ended");
            assertThat(log.list)
                    .allSatisfy(event -> assertThat(event.getMDCPropertyMap())
                            .isEqualTo(Map.of(
                                    "call", call.value(),
                                    "room", room.value(),
                                    "desk", "330503/ENT_NAME",
                                    "kiosk", Town.ENTRANCE.value())));
        }
    }

    @Test
    void everyQueueIsCounted() {
        try (Console clerk = town.console("shen.jianhua");
                KioskPage kiosk = town.kiosk(Town.ENTRANCE)) {
            aCaseIsFiled(clerk, kiosk, kiosk.opensTheForm());

            String figures = get("/metrics").body();
            for (String kind : List.of("desk", "room", "media", "errands")) {
                assertThat(value(figures, "virtualwindow_mailbox_task_seconds_count{kind=\"" + kind + "\"}"))
                        .as(kind)
                        .isPositive();
                assertThat(value(figures, "virtualwindow_mailbox_task_seconds_max{kind=\"" + kind + "\"}"))
                        .isBetween(0.0, 60.0);
                assertThat(value(figures, "virtualwindow_mailbox_waiting{kind=\"" + kind + "\"}"))
                        .isBetween(0.0, 100.0);
                assertThat(value(figures, "virtualwindow_mailbox_depth_max{kind=\"" + kind + "\"}"))
                        .isBetween(0.0, 1_000.0);
                assertThat(value(figures, "virtualwindow_mailbox_failures_total{kind=\"" + kind + "\"}"))
                        .isZero();
            }
            for (String kind : List.of("connection", "reminders", "expiry")) {
                assertThat(value(figures, "virtualwindow_mailbox_task_seconds_count{kind=\"" + kind + "\"}"))
                        .as(kind)
                        .isPositive();
            }
            for (String waiters : List.of(
                    "hikaricp_connections_pending{pool=\"database\"}",
                    "jetty_threads_jobs",
                    "virtualwindow_hashing_waiting",
                    "virtualwindow_hashing_refused_total",
                    "virtualwindow_outbox_forgotten_total",
                    "virtualwindow_mailbox_waiting{kind=\"packages\"}",
                    "virtualwindow_mailbox_waiting{kind=\"passages\"}")) {
                assertThat(value(figures, waiters)).as(waiters).isBetween(0.0, 100.0);
            }
            assertThat(value(figures, "virtualwindow_outbox_waiting")).isBetween(0.0, 100.0);
            assertThat(value(figures, "virtualwindow_outbox_depth_count")).isGreaterThan(20);
            assertThat(value(figures, "virtualwindow_journal_waiting")).isBetween(0.0, 100.0);
            assertThat(value(figures, "virtualwindow_journal_commit_seconds_count"))
                    .isGreaterThan(5);
            assertThat(value(figures, "virtualwindow_journal_commit_seconds_sum"))
                    .isPositive();
            assertThat(value(figures, "virtualwindow_journal_batch_sum"))
                    .isGreaterThanOrEqualTo(value(figures, "virtualwindow_journal_commit_seconds_count"));
            assertThat(value(figures, "virtualwindow_journal_failures_total")).isZero();
            assertThat(value(figures, "virtualwindow_connections{door=\"kiosk\"}"))
                    .isEqualTo(1);
            assertThat(value(figures, "virtualwindow_connections{door=\"clerk\"}"))
                    .isEqualTo(1);
            assertThat(value(figures, "virtualwindow_connections{door=\"device\"}"))
                    .isZero();
            assertThat(value(figures, "virtualwindow_answers_total{answer=\"accepted\"}"))
                    .isGreaterThan(5);
            assertThat(value(figures, "virtualwindow_messages_received_total")).isGreaterThan(5);
            assertThat(value(figures, "virtualwindow_rate_limited_total")).isZero();
        }
        await("a close", () -> get("/metrics").body().contains("virtualwindow_closed_total{code=\""));
    }

    private CallId aCaseIsFiled(Console clerk, KioskPage kiosk, RoomId room) {
        clerk.isReady(true);
        kiosk.calls(room);
        CallId call = clerk.awaitRing().call();
        clerk.answers(call);
        kiosk.awaitTalking();
        seeEachOther(kiosk.line(), clerk.line());
        clerk.line().await(RoomSnapshot.class);
        kiosk.fillsIn(room, Map.of());
        kiosk.line().achieves(op -> new RoomOperation.Declare(op, room, "NAME_RISK", true));
        String formHash = kiosk.line()
                .awaitLatest(RoomHappened.class, happened -> happened.event() instanceof RoomEvent.Declared)
                .formHash()
                .orElseThrow();
        kiosk.line().achieves(op -> new RoomOperation.Submit(op, room, formHash));
        clerk.hangsUp(call);
        clerk.finishes(call);
        kiosk.line().achieves(op -> new FromKiosk.EndVisit(op, room));
        return call;
    }

    private static void seeEachOther(Line<?>... lines) {
        for (Line<?> line : lines) {
            MediaPlan plan = line.await(MediaPlan.class);
            line.say(new MediaState(plan.call(), Sending.ON, Sending.ON, false, Optional.of(plan.epoch())));
        }
        for (Line<?> line : lines) {
            line.await(MediaState.class);
        }
    }

    /** The one value of a line that begins so. */
    private static double value(String figures, String name) {
        List<String> values = figures.lines()
                .filter(line -> line.startsWith(name + " "))
                .map(line -> line.substring(name.length() + 1))
                .toList();
        assertThat(values).as(name).hasSize(1);
        return Double.parseDouble(values.getFirst());
    }

    private HttpResponse<String> get(String path) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create(town.origin() + path)).build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
