package org.virtualwindow.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.virtualwindow.server.postgres.TestDatabase;

/**
 * A visit goes on to another matter in three steps: the next room is on disk, the former room ends, the call moves. The server is
 * killed when the first is done and another is not; afterwards room and call are there, each once.
 */
class MoveOnKillIT extends FaultTest {
    private static final String FORMER_ENDS = "insert on entry for each row when (new.type = 'RoomEnded')";
    private static final String CALL_MOVES = "update on call for each row when (old.room <> new.room)";
    private static final int GATE = 4711;

    private final String database = TestDatabase.url();

    @Override
    Served serve(Path data) throws IOException {
        return KillableServer.start(data, "--database-url", database);
    }

    @ParameterizedTest
    @ValueSource(strings = {FORMER_ENDS, CALL_MOVES}) // in this order: before the first no room has ended
    void theNextRoomAndTheCallAreThereOnceWhenTheServerDiesBetweenThem(String step) throws Exception {
        ClerkPerson clerk = clerkAt(origin());
        KioskPerson applicant = applicantAt(origin(), step.equals(CALL_MOVES) ? ENTRANCE : AREA);
        asks(applicant, clerk);
        clerk.writes("您想开店");
        clerk.reads("您想开店");
        String code = applicant.code();

        try (Connection gate = DriverManager.getConnection(database);
                Statement sql = gate.createStatement()) {
            close(sql, step);
            applicant.presses("我要办一件事");
            applicant.option("企业名称自主申报").click();
            applicant.presses("同意，开始办");
            await(applicant.page, () -> count(sql, "from pg_locks where locktype = 'advisory' and not granted") == 1);
            String next = "from room where item = 'ENT_NAME' and state = 'OPEN'";
            assertThat(count(sql, next)).as("the next room is on disk").isEqualTo(1);
            String moved = "from call join room on room.id = call.room where call.open and item = 'ENT_NAME'";
            String undone = step.equals(CALL_MOVES) ? moved : "from entry where type = 'RoomEnded'";
            assertThat(count(sql, undone)).as("what waits is not").isZero();
            ((KillableServer) served()).kill();
            clerk.sees("网络断了，正在重新连接");
            open(applicant.page, sql);

            ((KillableServer) served()).startAgain();
            applicant.sees("您要办什么？");
            assertThat(clerk.page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("企业名称自主申报")))
                    .isVisible();
            seeEachOther(applicant, clerk);
            assertThat(applicant.code()).isEqualTo(code);
            assertThat(clerk.code()).isEqualTo(code);
            assertThat(clerk.page.getByRole(AriaRole.LOG).getByText("您想开店")).hasCount(1);
            applicant.fillsInTheName("禾泽");
            clerk.seesValue("字号", "禾泽");

            assertThat(count(sql, next)).isEqualTo(1);
            assertThat(count(sql, moved)).isEqualTo(1);
            assertThat(count(sql, "from call where open")).isEqualTo(1);
            assertThat(count(sql, "from room where state = 'OPEN'"))
                    .as("the former is over")
                    .isEqualTo(1);
            assertThat(count(sql, "from entry where type = 'RoomEnded' group by stream order by 1 desc"))
                    .as("no room ended twice")
                    .isEqualTo(1);
        }
        part(applicant, clerk);
    }

    private static void asks(KioskPerson applicant, ClerkPerson clerk) {
        applicant.starts();
        applicant.option(NANXUN).click();
        applicant.option("说不清，直接找人").click();
        applicant.presses("同意，呼叫人工");
        clerk.answers("只咨询");
        seeEachOther(applicant, clerk);
    }

    /** From now on whoever writes this waits. */
    private static void close(Statement sql, String what) throws SQLException {
        sql.execute("select pg_advisory_lock(" + GATE + ")");
        sql.execute("create function waits() returns trigger language plpgsql as"
                + " 'begin perform pg_advisory_xact_lock(" + GATE + "); return new; end'");
        sql.execute("create trigger waits before " + what + " execute function waits()");
    }

    /** What the dead server had begun is not finished: nobody commits it. */
    private static void open(Page meanwhile, Statement sql) throws SQLException {
        sql.execute("select pg_advisory_unlock(" + GATE + ")");
        await(
                meanwhile,
                () -> count(sql, "from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()")
                        == 0);
        sql.execute("drop function waits cascade");
    }

    private static long count(Statement sql, String from) {
        try (ResultSet row = sql.executeQuery("select count(*) " + from)) {
            return row.next() ? row.getLong(1) : 0;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
