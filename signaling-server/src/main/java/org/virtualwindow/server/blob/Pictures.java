package org.virtualwindow.server.blob;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.virtualwindow.protocol.values.PictureFault;

/**
 * Makes a page of ours of what somebody sent: only what can be seen in it is kept. It is decoded and encoded anew, so that nothing
 * of the file itself remains: no place where it was taken, no remark, no second file behind the first. Two at a time, at most, and
 * none for long.
 */
public final class Pictures implements AutoCloseable {
    private static final int AT_ONCE = 2;
    private static final int WAITING = 32;
    /** The largest page takes seconds. */
    private static final Duration LONGEST = Duration.ofSeconds(30);
    /** With those before it; then its sender is told to come again. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Duration longest;

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            AT_ONCE,
            AT_ONCE,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().name("pictures-", 0).daemon().factory());

    public Pictures() {
        this(LONGEST);
    }

    /** @param longest one picture may take */
    Pictures(Duration longest) {
        this.longest = longest;
        threads.allowCoreThreadTimeOut(true);
    }

    /** @param mediaType the one it has, and had before */
    record Clean(String mediaType, byte[] bytes, List<PictureFault> faults) {}

    /** Waits until it is done. */
    Clean clean(byte[] sent, String announced) throws NotTaken {
        return waitedFor(deadline -> {
            PictureType type = PictureType.of(sent)
                    .filter(found -> found.mediaType().equals(announced))
                    .orElseThrow(() -> new NotTaken(Refused.WRONG_TYPE));
            Decoded picture = Decoded.of(sent, type, deadline);
            return new Clean(announced, picture.encoded(type), PictureFaults.of(picture.image()));
        });
    }

    /** A small JPEG of a picture of ours, its longer side at most this many pixels. Waits until it is made. */
    byte[] small(byte[] ours, int side) throws NotTaken {
        return waitedFor(deadline -> {
            PictureType type = PictureType.of(ours).orElseThrow(() -> new NotTaken(Refused.WRONG_TYPE));
            return Decoded.within(ours, type, side, deadline).encoded(PictureType.JPEG);
        });
    }

    @FunctionalInterface
    interface Work<T> {
        T until(Deadline deadline) throws IOException, NotTaken;
    }

    <T> T waitedFor(Work<T> work) throws NotTaken {
        Future<T> done;
        try {
            done = threads.submit(() -> work.until(Deadline.in(longest)));
        } catch (RejectedExecutionException full) {
            throw new NotTaken(Refused.OVERLOADED);
        }
        try {
            return done.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException busy) {
            done.cancel(true);
            throw new NotTaken(Refused.OVERLOADED);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case NotTaken refused -> throw refused;
                case Deadline.Passed _ -> throw new NotTaken(Refused.TOO_SLOW);
                case OutOfMemoryError _ -> throw new NotTaken(Refused.TOO_MANY_PIXELS); // it never fits here
                case IOException _, RuntimeException _ -> throw new NotTaken(Refused.BROKEN_PICTURE);
                case null, default -> throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotTaken(Refused.OVERLOADED);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
