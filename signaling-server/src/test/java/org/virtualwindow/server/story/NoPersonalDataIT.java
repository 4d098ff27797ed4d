package org.virtualwindow.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.virtualwindow.protocol.DemoCards;
import org.virtualwindow.protocol.FromKiosk;
import org.virtualwindow.protocol.IdentityDocument;
import org.virtualwindow.protocol.NotUnderstood;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomMessage.Revealed;
import org.virtualwindow.protocol.RoomMessage.RoomHappened;
import org.virtualwindow.protocol.RoomMessage.RoomSnapshot;
import org.virtualwindow.protocol.RoomOperation;
import org.virtualwindow.protocol.RoomSignal;
import org.virtualwindow.protocol.ToKiosk;
import org.virtualwindow.protocol.ids.CallId;
import org.virtualwindow.protocol.ids.LookupId;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.ids.SuggestionId;
import org.virtualwindow.protocol.values.ChatText;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.FieldValue;
import org.virtualwindow.protocol.values.LastDigits;
import org.virtualwindow.protocol.values.ResumeCode;
import org.virtualwindow.protocol.values.SignInCode;
import org.virtualwindow.server.demo.DemoSecrets;
import org.virtualwindow.server.postgres.Sql;

/** A whole visit with values that stand nowhere else: none of them is found where it does not belong. */
class NoPersonalDataIT {
    private static final String ID_NO = "330503198803150029";
    private static final String MOBILE = "13800000427";
    private static final String NAME = "金丝雀";
    private static final String PERSON = "欧阳㐱𠮷";
    private static final String CHAT = "canary-chat-我住在松江";
    private static final String DRAFT = "canary-draft";
    private static final String PROPOSED = "夜莺";
    private static final String REASON = "canary-reason";
    private static final String REFUSED = "canary-refused";
    private static final String LOOKED = "canary-look";
    private static final String SOUGHT = "canary-我儿子离婚了";
    private static final IdentityDocument CARD =
            Objects.requireNonNull(DemoCards.all().get("C1"));
    private static final ServiceItemId WITH_ADDRESS = new ServiceItemId("NO_CRIME");
    private static final String OTHER_MOBILE = "13900006182";
    private static final LastDigits DIGITS = new LastDigits("6182");

    @TempDir
    static Path folder = Path.of("");

    private final Queue<String> logged = new ConcurrentLinkedQueue<>();
    private final Listening listening = new Listening(logged);
    private final Town town;

    NoPersonalDataIT() {
        listening.start();
        town = new Town(folder);
    }

    @AfterEach
    void stop() {
        town.close();
        listening.stop();
    }

    @Test
    void whatPeopleSayAndWriteIsFoundInNoLogNoFigureNoThreadNameAndNoOpenColumn() {
        List<String> secrets = new ArrayList<>(
                List.of(ID_NO, MOBILE, NAME, PERSON, CHAT, DRAFT, PROPOSED, REASON, REFUSED, ID_NO.substring(6, 14)));
        secrets.addAll(List.of(
                LOOKED, SOUGHT, CARD.name(), CARD.number(), CARD.number().substring(6, 14)));
        secrets.addAll(List.of(CARD.address(), OTHER_MOBILE, "\"6182\"", DIGITS.toString()));
        secrets.add(town.helperCode());
        secrets.add(DemoSecrets.of(folder, "shen.jianhua"));
        try (Console clerk = town.console("shen.jianhua");
                KioskPage kiosk = town.kiosk(Town.ENTRANCE)) {
            secrets.add(clerk.cookie().replaceFirst(".*=", ""));
            secrets.add(kiosk.cookie().replaceFirst(".*=", ""));
            secrets.add(aVisit(clerk, kiosk));
            String code = aVisitThatIsLeftAndTakenUpAgain();
            secrets.addAll(List.of(code, code.replace("-", "")));
            seeks(clerk.cookie(), SOUGHT);
            seeks(kiosk.cookie(), CARD.number());
            assertThat(metrics())
                    .contains("virtualwindow_calls", "virtualwindow_lookups")
                    .doesNotContain(secrets);
            threads().forEach(name -> assertThat(name).doesNotContain(secrets));
        }
        town.restart();

        assertThat(logged).as("the log was heard at all").isNotEmpty();
        logged.forEach(line -> assertThat(line).doesNotContain(secrets));
        List<String> columns = columns();
        assertThat(columns).hasSizeGreaterThan(40);
        columns.forEach(column -> assertThat(found(column, secrets)).as(column).isEmpty());
        assertThat(found("entry.author", List.of("APPLICANT:")))
                .as("what is there is found by this search")
                .isPresent();
    }

    /** Returns the receipt's secret. */
    private String aVisit(Console clerk, KioskPage kiosk) {
        clerk.isReady(true);
        RoomId room = kiosk.opensTheForm();
        kiosk.calls(room);
        CallId call = clerk.awaitRing().call();
        clerk.answers(call);
        kiosk.awaitTalking();
        clerk.line().await(RoomSnapshot.class);

        kiosk.line().achieves(op -> new FromKiosk.HelperSignIn(op, room, new SignInCode(town.helperCode())));
        kiosk.line().achieves(op -> new FromKiosk.HelperSignOut(op, room));
        kiosk.line().say(new RoomSignal.Draft(room, new FieldPath("/tradeName"), new FieldValue(DRAFT)));
        kiosk.line().achieves(op -> new RoomOperation.Say(op, room, new ChatText(CHAT)));
        kiosk.line().achieves(op -> new FromKiosk.ReadCard(op, room, Optional.of("C1")));
        kiosk.fillsIn(
                room,
                Map.of("/tradeName", NAME, "/investors/r1/name", PERSON, "/contactMobile", MOBILE),
                List.of("/contactName", "/contactIdType", "/contactIdNo"));
        for (String code : List.of("CONTACT_ID", "MOBILE")) {
            LookupId lookup = new LookupId("lookup-" + code);
            clerk.line().achieves(op -> new RoomOperation.AskLookup(op, room, lookup, code));
            kiosk.line().achieves(op -> new RoomOperation.AllowLookup(op, room, lookup));
            kiosk.line()
                    .await(
                            RoomHappened.class,
                            happened -> happened.event() instanceof RoomEvent.LookupEnded over
                                    && over.lookup().equals(lookup));
        }
        kiosk.writes(room, "/namePattern", REFUSED, 1);
        kiosk.line()
                .sayText("{\"type\":\"SetField\",\"opId\":\"x\",\"room\":\"" + room
                        + "\",\"path\":\"/tradeName\",\"value\":{\"" + REFUSED + "\":\"" + ID_NO
                        + "\"},\"baseRev\":1}");
        assertThat(kiosk.line().await(NotUnderstood.class).reason()).doesNotContain(REFUSED, ID_NO);
        clerk.line()
                .achieves(op -> new RoomOperation.Suggest(
                        op,
                        room,
                        new SuggestionId("s"),
                        new FieldPath("/alternative1"),
                        new FieldValue(PROPOSED),
                        0L,
                        new ChatText(REASON)));
        clerk.line()
                .achieves(
                        op -> new RoomOperation.Reveal(op, room, new FieldPath("/contactIdNo"), new ChatText(LOOKED)));
        assertThat(clerk.line().await(Revealed.class).value().text()).isEqualTo(CARD.number());
        kiosk.line().achieves(op -> new RoomOperation.Declare(op, room, "NAME_RISK", true));
        String formHash = kiosk.line()
                .awaitLatest(RoomHappened.class, happened -> happened.event() instanceof RoomEvent.Declared)
                .formHash()
                .orElseThrow();
        kiosk.line().achieves(op -> new RoomOperation.Submit(op, room, formHash));
        RoomEvent.Submitted filed = (RoomEvent.Submitted) kiosk.line()
                .await(RoomHappened.class, happened -> happened.event() instanceof RoomEvent.Submitted)
                .event();
        clerk.hangsUp(call);
        clerk.finishes(call);
        kiosk.line().achieves(op -> new FromKiosk.EndVisit(op, room));
        return filed.progress().orElseThrow();
    }

    /** Returns its code. The wrong ones before it are refused. */
    private String aVisitThatIsLeftAndTakenUpAgain() {
        try (KioskPage kiosk = town.kiosk(Town.AREA)) {
            kiosk.line()
                    .achieves(op -> new FromKiosk.OpenRoom(
                            op, WITH_ADDRESS, KioskPage.NANXUN, List.of("WHO_SEES", "NOT_RECORDED", "KEPT")));
            RoomId room = kiosk.line().await(RoomSnapshot.class).room();
            kiosk.writes(room, "/applyAs", "PERSON", 0);
            kiosk.line().achieves(op -> new FromKiosk.ReadCard(op, room, Optional.of("C1")));
            kiosk.line()
                    .await(
                            RoomHappened.class,
                            happened -> happened.event() instanceof RoomEvent.FieldSet set
                                    && set.value().text().equals(CARD.address()));
            kiosk.writes(room, "/mobile", OTHER_MOBILE, 0);
            kiosk.line().achieves(op -> new FromKiosk.MakeResumeCode(op, room));
            ResumeCode code = kiosk.line().await(ToKiosk.ResumeCodeMade.class).code();
            kiosk.line().achieves(op -> new FromKiosk.PutAside(op, room));
            kiosk.line().does(op -> resume(op, code, new LastDigits("0427")));
            kiosk.line().does(op -> resume(op, new ResumeCode("7777-7777"), DIGITS));
            kiosk.line().achieves(op -> resume(op, code, DIGITS));
            kiosk.line().await(RoomSnapshot.class);
            return code.code();
        }
    }

    private static FromKiosk resume(OpId op, ResumeCode code, LastDigits digits) {
        return new FromKiosk.Resume(op, code, Optional.empty(), Optional.of(digits), false);
    }

    private void seeks(String cookie, String question) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> found = http.send(
                    HttpRequest.newBuilder(URI.create(town.origin() + "/api/find"))
                            .header("Origin", town.origin())
                            .header("Cookie", cookie)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString("{\"question\":\"" + question + "\"}"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(found.statusCode()).isEqualTo(200);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String metrics() {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create(town.origin() + "/metrics"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Collection<String> threads() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).toList();
    }

    /** Every column that can hold text, but the encrypted bodies. */
    private List<String> columns() {
        return sql().list("""
            select c.table_name || '.' || c.column_name as it from information_schema.columns c
            join information_schema.tables t using (table_schema, table_name)
            where table_schema = 'public' and t.table_type = 'BASE TABLE' and c.table_name <> 'flyway_schema_history'
            and c.data_type in ('text', 'character varying', 'bytea', 'json', 'jsonb')
            order by 1\
            """, row -> row.getString("it"));
    }

    /** The secret that stands in this column, as text or as bytes. The encrypted bodies are searched too: they are not readable. */
    private Optional<String> found(String column, List<String> secrets) {
        String[] name = column.split("\\.");
        String bytes = "convert_to(%1$s::text, 'UTF8')".formatted('"' + name[1] + '"');
        boolean raw = sql().first(
                        "select data_type from information_schema.columns where table_name = ? and column_name = ?",
                        row -> row.getString(1).equals("bytea"),
                        name[0],
                        name[1])
                .orElseThrow();
        return secrets.stream()
                .filter(secret -> sql().first(
                                "select 1 from \"" + name[0] + "\" where position(? in "
                                        + (raw ? '"' + name[1] + '"' : bytes) + ") > 0",
                                row -> true,
                                (Object) secret.getBytes(StandardCharsets.UTF_8))
                        .isPresent())
                .findFirst();
    }

    private Sql sql() {
        return new Sql(town.server().database().dataSource());
    }

    /** Hears everything: ours from DEBUG on, others from INFO on. */
    private static final class Listening extends AppenderBase<ILoggingEvent> {
        private final Queue<String> into;
        private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        private final Logger ours = (Logger) LoggerFactory.getLogger("org.virtualwindow");

        Listening(Queue<String> into) {
            this.into = into;
        }

        @Override
        public void start() {
            super.start();
            root.setLevel(Level.INFO);
            ours.setLevel(Level.DEBUG);
            root.addAppender(this);
        }

        @Override
        public void stop() {
            root.detachAppender(this);
            root.setLevel(Level.WARN);
            ours.setLevel(null);
            super.stop();
        }

        @Override
        protected void append(ILoggingEvent event) {
            into.add(event.getThreadName() + ' ' + event.getLoggerName() + ' ' + event.getFormattedMessage());
            if (event.getThrowableProxy() != null) {
                into.add(ThrowableProxyUtil.asString(event.getThrowableProxy()));
            }
        }
    }
}
