package org.virtualwindow.server.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class MailboxTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Queue<Runnable> borrowed = new ArrayDeque<>();
    private final List<String> done = new ArrayList<>();
    private final Mailbox mailbox = new Mailbox(new Load(borrowed::add, registry, "story"));

    @Test
    void oneThreadIsBorrowedForAllThatWaitsAndRunsItInOrder() {
        mailbox.execute(() -> done.add("first"));
        mailbox.execute(() -> done.add("second"));
        assertThat(waiting()).isEqualTo(2);
        assertThat(borrowed).hasSize(1);
        borrowed.remove().run();
        assertThat(done).containsExactly("first", "second");
        assertThat(waiting()).isZero();
        assertThat(registry.get("virtualwindow.mailbox.depth").summary().max())
                .as("the second found one before it")
                .isEqualTo(1);
        assertThat(registry.get("virtualwindow.mailbox.task").timer().count()).isEqualTo(2);
    }

    @Test
    void aTaskThatThrowsIsCountedAndDoesNotStopItsOwner() {
        mailbox.execute(() -> {
            throw new IllegalStateException("a bug of ours");
        });
        mailbox.execute(() -> done.add("second"));
        borrowed.remove().run();
        assertThat(done).containsExactly("second");
        assertThat(registry.get("virtualwindow.mailbox.failures").counter().count())
                .isEqualTo(1);
    }

    @Test
    void whatATaskPostsToItsOwnMailboxFollowsIt() {
        Mailbox inline = new Mailbox(Runnable::run);
        inline.execute(() -> {
            inline.execute(() -> done.add("inner"));
            done.add("outer");
        });
        assertThat(done).containsExactly("outer", "inner");
    }

    private double waiting() {
        return registry.get("virtualwindow.mailbox.waiting").gauge().value();
    }
}
