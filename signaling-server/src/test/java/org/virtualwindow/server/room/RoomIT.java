package org.virtualwindow.server.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.protocol.Answer;
import org.virtualwindow.protocol.ClerkCard;
import org.virtualwindow.protocol.CloseCode;
import org.virtualwindow.protocol.FieldState;
import org.virtualwindow.protocol.FromKiosk.OpenRoom;
import org.virtualwindow.protocol.RoomEvent;
import org.virtualwindow.protocol.RoomMessage;
import org.virtualwindow.protocol.RoomMessage.Revealed;
import org.virtualwindow.protocol.RoomMessage.RoomHappened;
import org.virtualwindow.protocol.RoomMessage.RoomSnapshot;
import org.virtualwindow.protocol.RoomOperation;
import org.virtualwindow.protocol.RoomSignal;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.ids.CallId;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.ClerkId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.ids.RoomId;
import org.virtualwindow.protocol.ids.RowId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.ids.SuggestionId;
import org.virtualwindow.protocol.json.WireCodec;
import org.virtualwindow.protocol.values.ChatText;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.FieldValue;
import org.virtualwindow.protocol.values.GrantScope;
import org.virtualwindow.protocol.values.LocalText;
import org.virtualwindow.protocol.values.Refusal;
import org.virtualwindow.protocol.values.Role;
import org.virtualwindow.server.connection.Arrival;
import org.virtualwindow.server.connection.Peer;
import org.virtualwindow.server.form.Catalog;
import org.virtualwindow.server.form.WholeAnswers;
import org.virtualwindow.server.identity.Visitor.KioskVisitor;
import org.virtualwindow.server.items.Packages;
import org.virtualwindow.server.journal.Journal;
import org.virtualwindow.server.journal.Stream;
import org.virtualwindow.server.postgres.Database;
import org.virtualwindow.server.postgres.Sql;
import org.virtualwindow.server.postgres.StubbornDatabase;
import org.virtualwindow.server.postgres.WithPostgres;

@ExtendWith(WithPostgres.class)
class RoomIT {
    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
    private static final CentreId SONGJIANG = new CentreId("310117");
    private static final CentreId NANXUN = new CentreId("330503");
    private static final CallId CALL = new CallId("call");
    private static final FieldPath NAME = new FieldPath("/tradeName");
    private static final FieldPath ID_NO = new FieldPath("/contactIdNo");
    private static final Catalog CATALOG = Catalog.load();
    private static final ServiceItem ITEM =
            CATALOG.find(new ServiceItemId("ENT_NAME"), NANXUN).orElseThrow();
    private static final ClerkCard SHEN =
            new ClerkCard(new ClerkId("c1"), "沈建华", "NX1001", new LocalText("", ""), new LocalText("", ""));
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @TempDir
    static Path folder = Path.of("");

    private final Sql sql;
    private final StubbornDatabase database;
    private final Ear kioskEar = new Ear();
    private final Ear clerkEar = new Ear();
    private final Speaker kiosk = new Speaker.AtKiosk(kioskEar);
    private final Speaker clerk = new Speaker.AtConsole(clerkEar, SHEN.clerk());
    private Journal journal;
    private Stream barrier;
    private Rooms rooms;
    private Room room;
    private Instant now = NOON;

    RoomIT(Database database, Sql sql) {
        this.sql = sql;
        this.database = new StubbornDatabase(database.dataSource());
        String kioskId = "kiosk" + NUMBERS.incrementAndGet();
        for (CentreId centre : List.of(SONGJIANG, NANXUN)) {
            sql.update(
                    "insert into centre (id, name_zh, name_en, region_zh, region_en) values (?, '', '', '', '')"
                            + " on conflict do nothing",
                    centre.value());
        }
        sql.update("insert into kiosk values (?, ?, '', '')", kioskId, SONGJIANG.value());
        journal = journal();
        barrier = journal.create("barrier" + NUMBERS.incrementAndGet(), null, null);
        rooms = rooms();
        room = rooms.open(
                        new OpenRoom(new OpId("open"), ITEM.item(), NANXUN, List.of()),
                        CATALOG.packageOf(ITEM.item(), NANXUN).orElseThrow(),
                        new KioskVisitor(new KioskId(kioskId), SONGJIANG, "start"))
                .orElseThrow();
        room.enter(kiosk);
        room.seat(CALL, SHEN);
        room.enter(clerk);
        settle();
    }

    private Journal journal() {
        return new Journal(
                database, folder.resolve("journal.key"), NUMBERS.incrementAndGet(), new SimpleMeterRegistry());
    }

    private Rooms rooms() {
        Rooms made = new Rooms(
                journal,
                Packages.load(sql, CATALOG, () -> now, Runnable::run),
                new Visits(sql),
                sql,
                () -> now,
                Runnable::run);
        made.seatsAreKnownBy(any -> Optional.of(CALL));
        return made;
    }

    private void restart() {
        RoomId id = room.id();
        journal.close();
        journal = journal();
        barrier = journal.create("barrier" + NUMBERS.incrementAndGet(), null, null);
        rooms = rooms();
        room = rooms.find(id).orElseThrow();
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void nothingLeavesBeforeItsCommitAndThenEverythingInOrder() {
        kioskEar.heard.clear();
        clerkEar.heard.clear();
        database.hold();
        RoomOperation first = set("op1", NAME, "禾泽", 0);
        room.operate(kiosk, first);
        database.awaitHeld();
        room.operate(kiosk, set("op2", NAME, "云帆", 1));
        room.operate(clerk, new RoomOperation.Say(new OpId("op3"), room.id(), new ChatText("您好")));
        room.operate(kiosk, first);
        room.operate(kiosk, set("same", NAME, "云帆", 2));
        room.enter(new Speaker.AtKiosk(new Ear()));
        room.enter(kiosk);
        assertThat(kioskEar.heard).as("while the commit is held").isEmpty();
        assertThat(clerkEar.heard).isEmpty();
        database.letGo();
        settle();

        List<Long> seqs =
                clerkEar.all(RoomHappened.class).stream().map(RoomHappened::seq).toList();
        assertThat(seqs).hasSize(3).isSorted();
        assertThat(clerkEar.all(Answer.Accepted.class))
                .containsExactly(new Answer.Accepted(new OpId("op3"), seqs.get(2)));
        assertThat(kioskEar.all(Answer.Accepted.class))
                .containsExactly(
                        new Answer.Accepted(new OpId("op1"), seqs.get(0)),
                        new Answer.Accepted(new OpId("op2"), seqs.get(1)),
                        new Answer.Accepted(new OpId("op1"), seqs.get(0)),
                        new Answer.Accepted(new OpId("same"), seqs.get(2)));
        assertThat(kioskEar.all(RoomSnapshot.class))
                .extracting(RoomSnapshot::seq)
                .containsExactly(seqs.get(2));
    }

    @Test
    void whatIsTypedIsShownAtOnceAlsoWhileNothingCanBeWritten() {
        clerkEar.heard.clear();
        database.hold();
        room.operate(kiosk, set("op1", NAME, "禾泽", 0));
        database.awaitHeld();
        room.signal(kiosk, new RoomSignal.Draft(room.id(), NAME, new FieldValue("禾泽田")));
        assertThat(clerkEar.heard).hasSize(1);
        database.letGo();
    }

    @Test
    void whoeverComesInIsShownThatTheOtherSideStillChoosesBetweenTwoValues() {
        room.operate(kiosk, new RoomOperation.GiveGrant(new OpId("g"), room.id(), GrantScope.EDIT_FORM));
        room.operate(clerk, set("first", NAME, "禾泽", 0));
        room.operate(kiosk, set("second", NAME, "云帆", 0));
        settle();
        assertThat(kioskEar.all(Answer.Refused.class).getLast().why()).isEqualTo(Refusal.CONFLICT);
        RoomSignal choosing = new RoomSignal.Choosing(room.id(), NAME, true);
        room.signal(kiosk, choosing);

        assertThat(snapshot(clerk, clerkEar).choosing().orElseThrow())
                .singleElement()
                .matches(each -> each.path().equals(NAME) && each.by().role() == Role.APPLICANT);
        assertThat(snapshot(kiosk, kioskEar).choosing())
                .as("their own choice stands on their own page")
                .isEmpty();

        room.operate(kiosk, set("mine", NAME, "云帆", 1));
        settle();
        assertThat(snapshot(clerk, clerkEar).choosing()).as("they have chosen").isEmpty();

        room.signal(kiosk, choosing);
        clerkEar.heard.clear();
        room.leave(kiosk);
        settle();
        assertThat(clerkEar.all(RoomMessage.Shown.class))
                .as("a page that is loaded anew does not know any more what was refused")
                .extracting(RoomMessage.Shown::signal)
                .contains(new RoomSignal.Choosing(room.id(), NAME, false));
        assertThat(snapshot(clerk, clerkEar).choosing()).isEmpty();
    }

    @Test
    void aRoomReadFromItsJournalIsTheRoomThatWasLeft() {
        Random random = new Random(20260302);
        List<FieldPath> paths = ITEM.fields().stream()
                .map(field -> field.path())
                .filter(path -> path.parts().length == 1)
                .toList();
        room.operate(kiosk, new RoomOperation.GiveGrant(new OpId("g"), room.id(), GrantScope.EDIT_FORM));
        for (int step = 0; step < 150; step++) {
            FieldPath path = paths.get(random.nextInt(paths.size()));
            OpId op = new OpId("r" + step);
            switch (random.nextInt(7)) {
                case 0 -> room.operate(clerk, new RoomOperation.Say(op, room.id(), new ChatText("第" + step + "句")));
                case 1 ->
                    room.operate(
                            clerk,
                            new RoomOperation.Suggest(
                                    op,
                                    room.id(),
                                    new SuggestionId("s" + step),
                                    path,
                                    new FieldValue("v" + step),
                                    (long) random.nextInt(2),
                                    new ChatText("因为")));
                case 2 ->
                    room.operate(
                            kiosk,
                            new RoomOperation.AddRow(
                                    op, room.id(), new FieldPath("/investors"), new RowId("x" + random.nextInt(9))));
                case 3 ->
                    room.operate(
                            kiosk,
                            new RoomOperation.RemoveRow(
                                    op, room.id(), new FieldPath("/investors/x" + random.nextInt(9))));
                default ->
                    room.operate(
                            random.nextBoolean() ? kiosk : clerk,
                            new RoomOperation.SetField(
                                    op, room.id(), path, new FieldValue("v" + step), (long) random.nextInt(3)));
            }
        }
        settle();
        RoomSnapshot atKiosk = snapshot(kiosk, kioskEar);
        RoomSnapshot atConsole = snapshot(clerk, clerkEar);
        assertThat(atKiosk.seq()).as("much happened").isGreaterThan(40);

        restart();
        assertThat(snapshot(kiosk, kioskEar)).isEqualTo(atKiosk);
        assertThat(snapshot(clerk, clerkEar)).isEqualTo(atConsole);
    }

    @Test
    void anOperationSentAgainAfterARestartGetsTheSameAnswer() {
        RoomOperation operation = set("op1", NAME, "禾泽", 0);
        room.operate(kiosk, operation);
        settle();
        Answer first = kioskEar.all(Answer.class).getLast();
        restart();
        kioskEar.heard.clear();
        room.operate(kiosk, operation);
        room.operate(kiosk, set("op1", NAME, "另外", 1));
        settle();
        assertThat(kioskEar.all(Answer.class))
                .containsExactly(first, new Answer.Refused(new OpId("op1"), Refusal.MISMATCH));
        assertThat(tradeName().rev()).isEqualTo(1);
    }

    @Test
    void whatWasSoAlreadyIsNotDoneWhenItIsSaidAgainLater() {
        GrantScope writing = GrantScope.EDIT_FORM;
        room.operate(kiosk, new RoomOperation.GiveGrant(new OpId("give"), room.id(), writing));
        RoomOperation again = new RoomOperation.GiveGrant(new OpId("again"), room.id(), writing);
        room.operate(kiosk, again);
        settle();
        Answer lost = kioskEar.all(Answer.class).getLast();
        room.operate(kiosk, new RoomOperation.EndGrant(new OpId("end"), room.id(), writing));
        room.operate(kiosk, again);
        settle();
        assertThat(kioskEar.all(Answer.class).getLast()).isEqualTo(lost);
        assertThat(room.onDisk().granted(writing)).isFalse();
    }

    @Test
    void theClerkSeesAMaskedValueNowhereUntilTheyLookAtItWhole() {
        String whole = "330503198803150029";
        String other = "310117200002290016";
        room.operate(kiosk, new RoomOperation.GiveGrant(new OpId("g"), room.id(), GrantScope.EDIT_FORM));
        room.operate(kiosk, set("t", new FieldPath("/contactIdType"), "RESIDENT_ID", 0));
        room.signal(kiosk, new RoomSignal.Draft(room.id(), ID_NO, new FieldValue(whole)));
        room.signal(kiosk, new RoomSignal.Focus(room.id(), Optional.empty()));
        room.operate(kiosk, set("i", ID_NO, whole, 0));
        room.operate(
                clerk,
                new RoomOperation.Suggest(
                        new OpId("s"),
                        room.id(),
                        new SuggestionId("s"),
                        ID_NO,
                        new FieldValue(other),
                        1L,
                        new ChatText("因为")));
        settle();
        clerkEar.heard.removeIf(RoomHappened.class::isInstance);
        room.operate(clerk, set("c", ID_NO, "110101199003070011", 0)); // a conflict: the answer shows what is there
        room.operate(kiosk, new RoomOperation.TakeSuggestion(new OpId("k"), room.id(), new SuggestionId("s")));
        room.enter(clerk);
        settle();
        assertThat(clerkEar.all(Answer.Refused.class)
                        .getLast()
                        .current()
                        .orElseThrow()
                        .value()
                        .text())
                .contains("*");
        assertThat(clerkEar.text()).doesNotContain(whole, whole.substring(6, 14), other.substring(6, 14));
        assertThat(kioskEar.text()).contains(whole, other);

        ChatText why = new ChatText("核对证件号");
        room.operate(clerk, new RoomOperation.Reveal(new OpId("v"), room.id(), ID_NO, why));
        settle();
        assertThat(clerkEar.text()).contains(other);
        assertThat(kioskEar.all(RoomHappened.class).getLast().event())
                .isEqualTo(new RoomEvent.FieldRevealed(ID_NO, Optional.of(why)));
    }

    @Test
    void aWholeValueWhoseAnswerWasLostIsToldAgainWhileItIsShownAndLookedAtOnce() {
        String whole = "330503198803150029";
        room.operate(kiosk, set("t", new FieldPath("/contactIdType"), "RESIDENT_ID", 0));
        room.operate(kiosk, set("i", ID_NO, whole, 0));
        var look = new RoomOperation.Reveal(new OpId("v"), room.id(), ID_NO, new ChatText("核对证件号"));
        room.operate(clerk, look);
        settle();
        kioskEar.heard.clear();
        clerkEar.heard.clear();
        room.operate(clerk, look);
        settle();
        assertThat(clerkEar.all(Answer.Accepted.class)).hasSize(1);
        assertThat(clerkEar.all(Revealed.class)).containsExactly(new Revealed(room.id(), ID_NO, new FieldValue(whole)));
        assertThat(kioskEar.heard).as("it was looked at once").isEmpty();

        room.operate(clerk, new RoomOperation.Reveal(new OpId("v"), room.id(), NAME, new ChatText("核对")));
        now = NOON.plusSeconds(30);
        room.operate(clerk, look);
        settle();
        assertThat(clerkEar.all(Revealed.class)).as("another look, or too late").hasSize(1);
        assertThat(looksOnDisk())
                .as("who looked, and why, stands in the journal, once")
                .containsExactly("CLERK c1 " + new RoomEvent.FieldRevealed(ID_NO, Optional.of(look.reason())));
    }

    private List<String> looksOnDisk() {
        return journal.open(room.id().value()).orElseThrow().entries().stream()
                .map(entry -> WireCodec.read(Objects.requireNonNull(entry.body()), RoomBody.class))
                .filter(body -> body.event() instanceof RoomEvent.FieldRevealed)
                .map(body -> body.by().role() + " " + body.by().id() + " " + body.event())
                .toList();
    }

    /** With a code of a minute. */
    private void putsAside() {
        RoomId id = room.id();
        room.mayBeResumed(kiosk, new OpId("c"), "code", NOON.plusSeconds(60), _ -> {}, () -> {});
        room.putAside(
                kiosk, new OpId("a"), _ -> Rooms.asideOf(id, Optional.empty(), NOON, NOON.plusSeconds(60)), () -> {});
        settle();
    }

    @Test
    void whatWasPutAsideIsReadFromDiskAgain() {
        RoomId id = room.id();
        room.operate(kiosk, set("m", new FieldPath("/contactMobile"), "13800000427", 0));
        putsAside();
        assertThat(kioskEar.all(Answer.Accepted.class))
                .extracting(Answer.Accepted::opId)
                .contains(new OpId("a"));
        assertThat(rooms.find(id).orElseThrow()).isNotSameAs(room);
    }

    @Test
    void whatWasFiledNeitherGoesAsideNorExpiresAlsoWhereItsRowSaysSo() {
        RoomId filed = room.id();
        room.mayBeResumed(kiosk, new OpId("early"), "code", NOON.plusSeconds(60), _ -> {}, () -> {});
        files();
        putsAside();
        assertThat(kioskEar.all(Answer.Refused.class))
                .filteredOn(refused -> List.of(new OpId("c"), new OpId("a")).contains(refused.opId()))
                .extracting(Answer.Refused::why)
                .containsExactly(Refusal.SUBMITTED, Refusal.SUBMITTED);

        // As a version before could leave it.
        sql.update("update room set state = 'ASIDE', aside_until = 0 where id = ?", filed.value());
        long kept = bodiesOf(filed);
        now = NOON.plusSeconds(8 * 86_400);
        new PutAside(sql, rooms, () -> now).expire();
        settle();
        assertThat(bodiesOf(filed)).isEqualTo(kept);
        restart();
        assertThat(room.facts().filedAs()).isPresent();
        new PutAside(sql, rooms, () -> now).expire();
        settle();
        assertThat(bodiesOf(filed)).isEqualTo(kept);
        assertThat(sql.first("select 1 from case_file where room = ?", row -> row.getInt(1), filed.value()))
                .isPresent();
    }

    @Test
    void whatWasPutAsideExpiresWhenItsTimeIsOverAndNotBefore() {
        RoomId id = room.id();
        room.operate(kiosk, set("m", new FieldPath("/contactMobile"), "13800000427", 0));
        putsAside();
        var aside = new PutAside(sql, rooms, () -> now);
        aside.expire();
        settle();
        assertThat(bodiesOf(id)).as("there is time left").isPositive();
        now = NOON.plusSeconds(60);
        aside.expire();
        settle();
        assertThat(bodiesOf(id)).isZero();
        assertThat(rooms.find(id)).isEmpty();
    }

    /** Filled in, declared and filed by the kiosk. */
    private void files() {
        int number = 0;
        for (String line : WholeAnswers.to(ITEM.item()).lines().toList()) {
            String[] parts = line.split(" ", 2);
            FieldPath path = new FieldPath(parts[0]);
            String[] steps = path.parts();
            if (steps.length == 3) {
                room.operate(
                        kiosk,
                        new RoomOperation.AddRow(
                                new OpId("row" + number),
                                room.id(),
                                new FieldPath("/" + steps[0]),
                                new RowId(steps[1])));
            }
            room.operate(kiosk, set("field" + number++, path, parts[1], 0));
        }
        room.operate(kiosk, new RoomOperation.Declare(new OpId("declare"), room.id(), "NAME_RISK", true));
        settle();
        String hash = kioskEar.all(RoomHappened.class).getLast().formHash().orElseThrow();
        room.operate(kiosk, new RoomOperation.Submit(new OpId("submit"), room.id(), hash));
        settle();
        assertThat(room.facts().filedAs()).isPresent();
    }

    private long bodiesOf(RoomId id) {
        return sql.first("select count(*) from entry_body where stream = ?", row -> row.getLong(1), id.value())
                .orElseThrow();
    }

    @Test
    void whoHasNoSeatIsNotHeardAndSeesNothing() {
        Ear foreign = new Ear();
        Speaker other = new Speaker.AtConsole(foreign, new ClerkId("c2"));
        room.enter(other);
        room.operate(other, set("x", NAME, "禾泽", 0));
        room.signal(other, new RoomSignal.Point(room.id(), Optional.of(NAME)));
        settle();
        assertThat(foreign.heard).containsExactly(new Answer.Refused(new OpId("x"), Refusal.NO_ROOM));
        assertThat(snapshot(kiosk, kioskEar).form().fields()).isEmpty();
    }

    @Test
    void aRoomTheJournalRefusedBeginsAgainFromWhatIsWritten() {
        RoomId id = room.id();
        room.operate(kiosk, set("kept", NAME, "禾泽", 0));
        settle();
        kioskEar.heard.clear();
        database.hold();
        room.operate(kiosk, set("lost1", NAME, "云帆", 1));
        database.awaitHeld();
        room.operate(kiosk, set("lost2", NAME, "云海", 2));
        room.operate(clerk, new RoomOperation.Say(new OpId("lost3"), id, new ChatText("您好")));
        database.nextCommit(connection -> {
            throw new SQLException("refused", "22000");
        });
        database.letGo();
        settle();
        assertThat(kioskEar.heard).isEmpty();
        assertThat(kioskEar.closed).containsExactly(CloseCode.COME_BACK);
        assertThat(clerkEar.closed).containsExactly(CloseCode.COME_BACK);

        Room anew = rooms.find(id).orElseThrow();
        assertThat(anew).isNotSameAs(room);
        room.operate(kiosk, set("late", NAME, "太晚", 1)); // to the one that is no more
        assertThat(rooms.find(id).orElseThrow()).isSameAs(anew);
        room = anew;
        room.enter(kiosk);
        room.operate(kiosk, set("lost1", NAME, "云帆", 1));
        settle();
        assertThat(kioskEar.all(Answer.class)).singleElement().isInstanceOf(Answer.Accepted.class);
        assertThat(tradeName().value().text()).isEqualTo("云帆");
        restart();
    }

    private RoomSnapshot snapshot(Speaker who, Ear ear) {
        room.enter(who);
        settle();
        return ear.all(RoomSnapshot.class).getLast();
    }

    private FieldState tradeName() {
        return Objects.requireNonNull(snapshot(kiosk, kioskEar).form().fields().get("/tradeName"));
    }

    private RoomOperation set(String op, FieldPath path, String value, long baseRev) {
        return new RoomOperation.SetField(new OpId(op), room.id(), path, new FieldValue(value), baseRev);
    }

    /**
     * Everything asked so far is on disk and was told. Twice: what this thread asked while the journal's was in the room's
     * mailbox, that one does, and may append behind the first barrier.
     */
    private void settle() {
        passes();
        passes();
    }

    private void passes() {
        CompletableFuture<Boolean> written = new CompletableFuture<>();
        barrier.append(
                List.of(new Stream.Event(NOON, "SYSTEM:test", null, "Barrier", new byte[0])),
                List.of(),
                () -> written.complete(true),
                () -> written.complete(false));
        assertThat(written.join()).isTrue();
    }

    /** Somebody who writes down what they are told. */
    private static final class Ear implements Peer {
        private final List<Object> heard = new CopyOnWriteArrayList<>();
        private final List<CloseCode> closed = new ArrayList<>();

        @Override
        public void send(Object message) {
            heard.add(message);
        }

        @Override
        public synchronized void close(CloseCode code) {
            closed.add(code);
        }

        @Override
        public Arrival arrival() {
            return new Arrival("page", 0, 0);
        }

        <M> List<M> all(Class<M> type) {
            return heard.stream().filter(type::isInstance).map(type::cast).toList();
        }

        String text() {
            return WireCodec.encode(heard);
        }
    }
}
