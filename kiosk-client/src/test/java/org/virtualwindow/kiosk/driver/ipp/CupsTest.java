package org.virtualwindow.kiosk.driver.ipp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.kiosk.driver.Device;
import org.virtualwindow.kiosk.driver.DeviceFault;
import org.virtualwindow.kiosk.driver.Found;
import org.virtualwindow.kiosk.driver.Settings;
import org.virtualwindow.kiosk.driver.Status;
import org.virtualwindow.kiosk.driver.rig.InNamespace;
import org.virtualwindow.kiosk.driver.rig.RecordedUse;
import org.virtualwindow.kiosk.driver.rig.Wait;
import org.virtualwindow.protocol.DeviceResult;
import org.virtualwindow.protocol.DeviceTask.PrintDocument;
import org.virtualwindow.protocol.values.DeviceCondition;
import org.virtualwindow.protocol.values.Trouble;

/** Prints through a real CUPS whose printer has every fault that is asked of it. */
@InNamespace(needs = "cupsd:cups-daemon")
class CupsTest {
    private static final Duration SOON = Duration.ofSeconds(40);

    @TempDir
    Path folder = Path.of("");

    private @Nullable Cups cups;
    private final RecordedUse use = new RecordedUse();

    @BeforeEach
    void start() throws Exception {
        cups = new Cups(folder);
    }

    @AfterEach
    void stop() throws Exception {
        cups().close();
    }

    private Cups cups() {
        if (cups == null) {
            throw new IllegalStateException("CUPS was not started");
        }
        return cups;
    }

    private Device printer() throws Exception {
        return printer(new Settings(Map.of("server", cups().server())));
    }

    private static Device printer(Settings settings) throws Exception {
        return Wait.open(new IppDriver(), settings);
    }

    private PrintDocument document(long copies) {
        return new PrintDocument(use.document(), copies);
    }

    private FutureTask<DeviceResult> begin(Device printer) {
        FutureTask<DeviceResult> printing = new FutureTask<>(() -> printer.run(document(1), use));
        Thread.ofPlatform().daemon().start(printing);
        return printing;
    }

    private static DeviceFault fault(FutureTask<DeviceResult> printing) {
        Throwable cause = catchThrowableOfType(
                        ExecutionException.class, () -> printing.get(SOON.toSeconds(), TimeUnit.SECONDS))
                .getCause();
        return cause instanceof DeviceFault fault ? fault : fail("something else", cause);
    }

    @Test
    void theQueuesOfAServerAreFoundAndAnAbsentServerHasNone() throws Exception {
        IppDriver driver = new IppDriver();
        assertThat(driver.find(new Settings(Map.of("server", cups().server()))))
                .extracting(Found::key)
                .containsExactly("paper");
        assertThat(driver.find(new Settings(Map.of("server", "ipp://127.0.0.1:1"))))
                .isEmpty();
        assertThat(driver.find(new Settings(Map.of("printers", cups().queue() + " ipp://127.0.0.1:1/x"))))
                .hasSize(1);
    }

    @Test
    void aDocumentComesOutAsItWasSentAndNothingOfItStays() throws Exception {
        assertThat(printer().run(document(1), use)).isEqualTo(new DeviceResult.WasPrinted());
        assertThat(cups().tray()).containsExactly(RecordedUse.PDF);
        assertThat(use.progress).last().isEqualTo(100);
        assertThat(use.waits).isEmpty();
        assertThat(cups().spooled()).isEmpty();
    }

    @Test
    void copiesAreCopies() throws Exception {
        printer().run(document(3), use);
        assertThat(cups().tray())
                .singleElement()
                .satisfies(sheets -> assertThat(sheets).hasSize(3 * RecordedUse.PDF.length));
    }

    @Test
    void withoutPaperItWaitsForPaperAndGoesOn() throws Exception {
        Device printer = printer();
        cups().has("media-empty-error");
        FutureTask<DeviceResult> printing = begin(printer);
        Wait.until(SOON, "the driver says that paper is missing", () -> use.waits.contains(Trouble.MEDIA_EMPTY));
        assertThat(printer.status()).isEqualTo(Status.of(DeviceCondition.FAULT, Trouble.MEDIA_EMPTY));

        cups().mended();
        assertThat(printing.get(SOON.toSeconds(), TimeUnit.SECONDS)).isEqualTo(new DeviceResult.WasPrinted());
        assertThat(use.waits).containsExactly(Trouble.MEDIA_EMPTY);
        assertThat(printer.status()).isEqualTo(Status.OK);
    }

    @Test
    void anInterruptTakesTheJobBack() throws Exception {
        Device printer = printer();
        cups().has("cover-open-error");
        FutureTask<DeviceResult> printing = new FutureTask<>(() -> printer.run(document(1), use));
        Thread thread = Thread.ofPlatform().daemon().start(printing);
        Wait.until(SOON, "the driver says that the cover is open", () -> use.waits.contains(Trouble.COVER_OPEN));

        thread.interrupt();
        assertThat(catchThrowableOfType(ExecutionException.class, () -> printing.get(20, TimeUnit.SECONDS)))
                .hasCauseInstanceOf(InterruptedException.class);
        cups().mended();
        assertThat(cups().spooled()).isEmpty();
        assertThat(printer.run(document(1), use)).isEqualTo(new DeviceResult.WasPrinted());
        assertThat(cups().tray()).hasSize(1);
    }

    @Test
    void aPageThatWasOutBeforeTheInterruptWasPrinted() throws Exception {
        Device printer = printer();
        FutureTask<DeviceResult> printing = new FutureTask<>(() -> printer.run(document(1), use));
        Thread thread = Thread.ofPlatform().daemon().start(printing);
        Wait.until(SOON, "the job is done", () -> cups().completed() == 1 || printing.isDone());
        thread.interrupt();
        assertThat(printing.get(SOON.toSeconds(), TimeUnit.SECONDS)).isEqualTo(new DeviceResult.WasPrinted());
        assertThat(cups().tray()).hasSize(1);
    }

    @Test
    void whatADaemonThatDiedLeftInTheQueueComesOutForNobody() throws Exception {
        Device before = printer();
        cups().has("media-empty-error");
        FutureTask<DeviceResult> left = begin(before);
        Wait.until(SOON, "the job waits for paper", () -> use.waits.contains(Trouble.MEDIA_EMPTY));
        RecordedUse others = new RecordedUse();
        FutureTask<DeviceResult> ofOthers = new FutureTask<>(() -> before.run(document(1), others));
        Thread.ofPlatform().daemon().start(ofOthers);
        Wait.until(SOON, "both lie in the spool", () -> cups().spooled().size() == 2);

        Device again = printer();
        again.takeBack(Set.of(use.name(), "kiosk-of-long-ago"));
        assertThat(fault(left).detail().orElseThrow()).startsWith("canceled");
        cups().mended();
        assertThat(ofOthers.get(SOON.toSeconds(), TimeUnit.SECONDS)).isEqualTo(new DeviceResult.WasPrinted());
        assertThat(cups().tray()).hasSize(1);
        assertThat(cups().spooled()).isEmpty();
    }

    @Test
    void aJobThatNobodyCouldWithdrawIsTakenBackBeforeThePrinterIsUsedAgain() throws Exception {
        try (LosesAnswers between = new LosesAnswers(cups().port())) {
            String address = "ipp://127.0.0.1:" + between.port() + "/printers/paper";
            Device printer = printer(new Settings(Map.of("printers", address)));
            cups().has("media-empty-error");
            FutureTask<DeviceResult> printing = new FutureTask<>(() -> printer.run(document(1), use));
            Thread thread = Thread.ofPlatform().daemon().start(printing);
            Wait.until(SOON, "the job waits for paper", () -> use.waits.contains(Trouble.MEDIA_EMPTY));

            between.cut();
            thread.interrupt();
            assertThat(fault(printing).why()).isEqualTo(Trouble.OUTCOME_UNKNOWN);
            assertThat(takenBack(printer)).contains(Trouble.OFFLINE);

            between.mend();
            Wait.until(SOON, "it is taken back", () -> takenBack(printer).isEmpty());
            cups().mended();
            assertThat(printer.run(document(1), new RecordedUse())).isEqualTo(new DeviceResult.WasPrinted());
            assertThat(cups().tray()).hasSize(1);
            assertThat(cups().spooled()).isEmpty();
        }
    }

    /** Why it is not; empty where it is. */
    private Optional<Trouble> takenBack(Device printer) throws InterruptedException {
        try {
            printer.takeBack(Set.of(use.name()));
            return Optional.empty();
        } catch (DeviceFault notYet) {
            return Optional.of(notYet.why());
        }
    }

    @Test
    void whatThePageItselfPrintedComesOutForNobodyElse() throws Exception {
        IppDriver driver = new IppDriver();
        Wait.open(driver, new Settings(Map.of("server", cups().server())));
        cups().has("media-empty-error");
        String user = System.getProperty("user.name");
        cups().prints(user, "the page", "%PDF of the page");
        cups().prints(user, "the page again", "%PDF of the page");
        cups().prints(user, "kiosk-c1", "%PDF of this daemon");
        cups().prints("somebody", "a report", "%PDF of somebody");
        assertThat(cups().spooled()).hasSize(4);

        driver.forget();
        Wait.until(SOON, "the page's are gone", () -> cups().spooled().size() == 2);
        cups().mended();
        Set<String> others = Set.of("%PDF of this daemon", "%PDF of somebody");
        Wait.until(
                SOON,
                "the others came out",
                () -> others.equals(cups().tray().stream().map(String::new).collect(Collectors.toSet())));
    }

    @Test
    void aJobThatThePrinterGivesUpIsAFault() throws Exception {
        cups().failsWith(1);
        assertThat(fault(begin(printer())).why()).isEqualTo(Trouble.IO_ERROR);
        assertThat(cups().tray()).isEmpty();
        assertThat(cups().spooled()).isEmpty();
    }

    @Test
    void aJobThatIsHeldIsTakenBackInsteadOfComingOutLater() throws Exception {
        cups().failsWith(3);
        DeviceFault fault = fault(begin(printer()));
        assertThat(fault.why()).isEqualTo(Trouble.IO_ERROR);
        assertThat(fault.detail().orElseThrow()).startsWith("held");
        assertThat(cups().spooled()).isEmpty();
    }

    @Test
    void whereTheAnswerIsLostTheJobIsFoundByItsNameAndNotPrintedTwice() throws Exception {
        try (LosesAnswers between = new LosesAnswers(cups().port())) {
            String address = "ipp://127.0.0.1:" + between.port() + "/printers/paper";
            Device printer = printer(new Settings(Map.of("printers", address)));
            between.loseAnswersAfter("%PDF");
            assertThat(printer.run(document(1), use)).isEqualTo(new DeviceResult.WasPrinted());
            assertThat(between.lost()).isEqualTo(1);
            assertThat(cups().tray()).hasSize(1);
        }
    }

    @Test
    void whereThePrinterIsGoneSinceNobodyKnowsWhetherItPrinted() throws Exception {
        Device printer = printer();
        cups().has("media-jam-error");
        FutureTask<DeviceResult> printing = begin(printer);
        Wait.until(SOON, "the job is at the printer", () -> use.waits.contains(Trouble.MEDIA_JAM));
        cups().close();
        assertThat(fault(printing).why()).isEqualTo(Trouble.OUTCOME_UNKNOWN);
        assertThat(printer.status()).isEqualTo(Status.of(DeviceCondition.FAULT, Trouble.OFFLINE));
    }

    @Test
    void aPrinterThatIsSwitchedOffTakesNothing() throws Exception {
        Device printer = printer();
        cups().close();
        assertThat(fault(begin(printer)).why()).isEqualTo(Trouble.OFFLINE);
    }
}
