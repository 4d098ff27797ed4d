package org.virtualwindow.server.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ThreadsTest {
    private final Threads threads = new Threads();

    @Test
    void closingWaitsForWhatIsUnderWay() throws InterruptedException {
        CountDownLatch began = new CountDownLatch(1);
        CompletableFuture<Void> goesOn = new CompletableFuture<>();
        CompletableFuture<String> written = new CompletableFuture<>();
        threads.execute(() -> {
            began.countDown();
            goesOn.join();
            written.complete("a receipt");
        });
        began.await();

        Thread closing = Thread.ofVirtual().start(threads::close);
        while (closing.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        assertThat(written).isNotDone();
        goesOn.complete(null);
        closing.join();
        assertThat(written).isCompletedWithValue("a receipt");
    }

    @Test
    void onceItIsClosedNothingIsBegunAndNobodyFails() {
        threads.close();
        CompletableFuture<String> begun = new CompletableFuture<>();
        Mailbox mailbox = new Mailbox(threads);
        mailbox.execute(() -> begun.complete("too late"));
        mailbox.execute(() -> begun.complete("too late"));
        assertThat(begun).isNotDone();
    }
}
