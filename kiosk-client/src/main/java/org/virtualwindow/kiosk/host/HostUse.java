package org.virtualwindow.kiosk.host;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.kiosk.driver.DeviceFault;
import org.virtualwindow.kiosk.driver.Use;
import org.virtualwindow.protocol.Blob;
import org.virtualwindow.protocol.values.Trouble;

/** What a device has at hand in the driver's process: everything is asked of the daemon. */
final class HostUse implements Use {
    private static final long BETWEEN_PROGRESS = Duration.ofMillis(100).toNanos();

    private final Long call;
    private final String name;
    private final Consumer<FromHost> daemon;
    private final BlockingQueue<ToHost> answers = new LinkedBlockingQueue<>();
    private volatile @Nullable Thread thread;
    private volatile boolean stopped;
    private long saidAt = System.nanoTime() - BETWEEN_PROGRESS;
    private @Nullable Trouble waited;

    HostUse(Long call, String name, Consumer<FromHost> daemon) {
        this.call = call;
        this.name = name;
        this.daemon = daemon;
    }

    void runs(Thread runner) {
        thread = runner;
        if (stopped) {
            runner.interrupt();
        }
    }

    void stop() {
        stopped = true;
        Thread runner = thread;
        if (runner != null) {
            runner.interrupt();
        }
    }

    void answered(ToHost answer) {
        answers.add(answer);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void progress(int percent) {
        long now = System.nanoTime();
        if (now - saidAt >= BETWEEN_PROGRESS) {
            saidAt = now;
            waited = null;
            daemon.accept(new FromHost.Progress(call, (long) percent));
        }
    }

    @Override
    public void waitsFor(Trouble trouble) {
        if (trouble != waited) {
            waited = trouble;
            daemon.accept(new FromHost.WaitsFor(call, trouble));
        }
    }

    @Override
    public Blob keep(byte[] page, String mediaType) throws DeviceFault, InterruptedException {
        try {
            int from = 0;
            do {
                daemon.accept(
                        new FromHost.PagePart(call, Frames.part(page, from), Frames.isLast(page, from), mediaType));
                from += Frames.PART;
            } while (from < page.length);
        } finally {
            Arrays.fill(page, (byte) 0);
        }
        return switch (answers.take()) {
            case ToHost.PageIsKept kept -> kept.blob();
            case ToHost.Refused refused -> throw new DeviceFault(refused.why());
            default -> throw new DeviceFault(Trouble.IO_ERROR);
        };
    }

    @Override
    public InputStream fetch(Blob document) throws DeviceFault, InterruptedException {
        daemon.accept(new FromHost.WantsDocument(call, document));
        var whole = new ByteArrayOutputStream();
        while (true) {
            switch (answers.take()) {
                case ToHost.DocumentPart next -> {
                    whole.writeBytes(Frames.bytes(next.part()));
                    if (next.last()) {
                        return new ByteArrayInputStream(whole.toByteArray());
                    }
                }
                case ToHost.Refused refused -> throw new DeviceFault(refused.why());
                default -> throw new DeviceFault(Trouble.IO_ERROR);
            }
        }
    }
}
