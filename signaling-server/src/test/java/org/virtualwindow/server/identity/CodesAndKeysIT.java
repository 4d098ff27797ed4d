package org.virtualwindow.server.identity;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.server.demo.DemoCities;
import org.virtualwindow.server.postgres.Sql;
import org.virtualwindow.server.postgres.WithPostgres;

@ExtendWith(WithPostgres.class)
class CodesAndKeysIT {
    /** One for all tests: the same secrets are hashed once. */
    @TempDir
    static Path folder = Path.of("");

    private static final KioskId ENTRANCE = new KioskId("310117-K1");

    private final ManualClock clock = new ManualClock();
    private final Sql sql;
    private final OneTimeCodes codes;
    private final DeviceKeys keys;

    CodesAndKeysIT(Sql sql) {
        this.sql = sql;
        codes = new OneTimeCodes(sql, clock);
        keys = new DeviceKeys(sql, codes, clock);
    }

    @BeforeEach
    void load() {
        DemoCities.load(sql, folder);
    }

    @Test
    void aLaunchCodeOpensItsKioskOnce() {
        String code = codes.makeLaunch(ENTRANCE).code();
        assertThat(codes.launch(code).map(OneTimeCodes.Launch::kiosk)).contains(ENTRANCE);
        assertThat(codes.launch(code)).isEmpty();
    }

    @Test
    void ofManyAtOnceOneGetsIn() throws InterruptedException, ExecutionException {
        String code = codes.makeLaunch(ENTRANCE).code();
        assertThat(atOnce(16, () -> codes.launch(code))).isEqualTo(1);
    }

    @Test
    void ofManyDaemonsAtOnceOneEnrols() throws InterruptedException, ExecutionException {
        String code = codes.makeEnrol(ENTRANCE).code();
        assertThat(atOnce(16, () -> enrol(code))).isEqualTo(1);
    }

    @Test
    void aCodeOpensNothingAfterAQuarterOfAnHour() {
        var made = codes.makeLaunch(ENTRANCE);
        assertThat(made.until()).isEqualTo(clock.instant().plus(ofMinutes(15)));
        clock.passes(ofMinutes(15));
        assertThat(codes.launch(made.code())).isEmpty();
    }

    @Test
    void anEnrolmentCodeOpensNoPageAndStaysGood() {
        String code = codes.makeEnrol(ENTRANCE).code();
        assertThat(codes.launch(code)).isEmpty();
        assertThat(enrol(code)).isPresent();
    }

    @Test
    void theDatabaseKnowsNoSecret() {
        String code = codes.makeEnrol(ENTRANCE).code();
        assertThat(enrol(code)).isPresent();
        assertThat(sql.list("select one_time_code::text from one_time_code", row -> row.getString(1)))
                .isNotEmpty()
                .noneMatch(row -> row.contains(code) || row.contains(code.replace("-", "")));
    }

    private Optional<KioskId> enrol(String code) {
        return keys.enrol(code, TestDevice.of(ENTRANCE).half(), TestDevice.ORIGIN);
    }

    private static <T> long atOnce(int people, Callable<Optional<T>> each)
            throws InterruptedException, ExecutionException {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Optional<T>>> outcomes = new ArrayList<>();
            for (int i = 0; i < people; i++) {
                outcomes.add(threads.submit(() -> {
                    start.await();
                    return each.call();
                }));
            }
            start.countDown();
            long admitted = 0;
            for (Future<Optional<T>> outcome : outcomes) {
                admitted += outcome.get().isPresent() ? 1 : 0;
            }
            return admitted;
        }
    }
}
