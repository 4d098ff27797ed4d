package org.virtualwindow.kiosk.driver.vendorws;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.kiosk.driver.DeviceFault;
import org.virtualwindow.kiosk.driver.Use;
import org.virtualwindow.protocol.values.Trouble;

/** A line to the service, for one question and its answers. */
final class VendorLine implements AutoCloseable {
    private static final Duration DRAWING = Duration.ofMillis(1500);

    /** The largest page in Base64, with its line ends and what else is said of it. */
    private static final int LONGEST_MESSAGE = Use.LARGEST_PAGE / 2 * 3;

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(DRAWING).build();

    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private final WebSocket socket;
    /** A message was handed out, so that the service may be heard further. */
    private boolean handedOut;

    private sealed interface Heard {
        record Message(String text) implements Heard {}

        record TooLong() implements Heard {}

        record Cut() implements Heard {}
    }

    private VendorLine(URI url, Optional<String> origin) throws IOException, InterruptedException {
        WebSocket.Builder builder = HTTP.newWebSocketBuilder().connectTimeout(DRAWING);
        origin.ifPresent(said -> builder.header("Origin", said));
        try {
            socket = builder.buildAsync(url, new Ear()).get(2 * DRAWING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException notThere) {
            throw new IOException("The service does not answer", notThere);
        }
    }

    static VendorLine draw(URI url, Optional<String> origin) throws IOException, InterruptedException {
        return new VendorLine(url, origin);
    }

    void say(String text) throws IOException, InterruptedException {
        try {
            socket.sendText(text, true).get(DRAWING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException cut) {
            throw new IOException("The line was cut", cut);
        }
    }

    /**
     * The next message. It is only read when the one before is done with: a service that is faster than what is done with its messages has to
     * wait. One thread.
     *
     * @throws DeviceFault {@link Trouble#TIMED_OUT}, {@link Trouble#TOO_LARGE}, {@link Trouble#OFFLINE} where the line was cut
     */
    String hear(Duration longest) throws DeviceFault, InterruptedException {
        if (handedOut) {
            handedOut = false;
            socket.request(1);
        }
        return switch (heard.poll(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            case null -> throw new DeviceFault(Trouble.TIMED_OUT, "the service is silent");
            case Heard.Message(String text) -> {
                handedOut = true;
                yield text;
            }
            case Heard.TooLong _ -> throw new DeviceFault(Trouble.TOO_LARGE);
            case Heard.Cut _ -> throw new DeviceFault(Trouble.OFFLINE, "the service cut the line");
        };
    }

    @Override
    public void close() {
        socket.abort();
    }

    /** Puts together what comes in parts. */
    private final class Ear implements WebSocket.Listener {
        private StringBuilder parts = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            if (parts.length() + part.length() > LONGEST_MESSAGE) {
                end(from, new Heard.TooLong());
                return null;
            }
            parts.append(part);
            if (last) {
                heard.add(new Heard.Message(parts.toString()));
                parts = new StringBuilder(); // which does not keep the room that a page took
            } else {
                from.request(1);
            }
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            end(from, new Heard.Cut());
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable failure) {
            end(from, new Heard.Cut());
        }

        private void end(WebSocket from, Heard why) {
            parts = new StringBuilder();
            from.abort();
            heard.add(why);
        }
    }
}
