package org.virtualwindow.kiosk.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import org.virtualwindow.kiosk.driver.DeviceFault;
import org.virtualwindow.protocol.Blob;
import org.virtualwindow.protocol.ids.CommandId;
import org.virtualwindow.protocol.json.WireCodec;
import org.virtualwindow.protocol.json.WireCodec.Decoded;
import org.virtualwindow.protocol.values.Trouble;

/**
 * Brings a page to the server, completely, by tus 1.0 ({@code /api/upload}): it is begun, sent in chunks, and after a cut gone on
 * with from where the server says it is. Nothing is kept on this kiosk's disk. Any thread; blocks.
 */
public final class PageUpload {
    static final int CHUNK = 1024 * 1024;

    private static final String VERSION = "1.0.0";
    private static final Duration ONE_REQUEST = Duration.ofSeconds(30);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int NO_CONTENT = 204;
    private static final int CONFLICT = 409;
    private static final int TOO_LARGE = 413;
    private static final int TOO_MANY = 429;
    private static final int WRONG_CHECKSUM = 460;
    private static final int SERVER_SIDE = 500;

    private final HttpClient http;
    private final URI server;
    private final BiFunction<String, URI, String> authorization;
    private final InstantSource clock;

    /**
     * @param server the origin of its pages
     * @param authorization the header for one request of this method and address, made anew for each
     */
    public PageUpload(HttpClient http, URI server, BiFunction<String, URI, String> authorization, InstantSource clock) {
        this.http = http;
        this.server = server;
        this.authorization = authorization;
        this.clock = clock;
    }

    /**
     * Stores a page for this command.
     *
     * @param mediaType {@code image/jpeg} or {@code image/png}
     * @param within after this time it is given up
     * @throws DeviceFault {@link Trouble#TOO_LARGE}, {@link Trouble#ROOM_FULL}, {@link Trouble#MALFORMED} where the server does
     *     not take it for such a picture, {@link Trouble#NOT_REACHED} where it is not stored within the time or is not let in
     */
    public Blob keep(CommandId command, byte[] page, String mediaType, Duration within)
            throws DeviceFault, InterruptedException {
        Retry retry = new Retry(clock, within);
        URI upload = retry.until(() -> begin(command, page, mediaType));
        // The first try knows where it is; every other asks.
        boolean[] sure = {true};
        return retry.until(() -> {
            OptionalLong from = sure[0] ? OptionalLong.of(0) : OptionalLong.empty();
            sure[0] = false;
            return send(upload, page, from);
        });
    }

    private Optional<URI> begin(CommandId command, byte[] page, String mediaType)
            throws IOException, DeviceFault, InterruptedException {
        HttpResponse<String> answer = ask(request("POST", server.resolve("/api/upload"))
                .header("Upload-Length", String.valueOf(page.length))
                .header(
                        "Upload-Metadata",
                        "command " + base64(command.value()) + ",type " + base64(mediaType) + ",sha256 "
                                + base64(Sha256.hex(page)))
                .method("POST", BodyPublishers.noBody()));
        if (answer.statusCode() == CREATED) {
            return answer.headers().firstValue("Location").map(server::resolve);
        }
        return refusedOrLater(answer);
    }

    /** @param known where the server is; empty to ask for it */
    private Optional<Blob> send(URI upload, byte[] page, OptionalLong known)
            throws IOException, DeviceFault, InterruptedException {
        long at;
        if (known.isPresent()) {
            at = known.getAsLong();
        } else {
            HttpResponse<String> answer = ask(request("HEAD", upload).method("HEAD", BodyPublishers.noBody()));
            if (answer.statusCode() != OK) {
                return refusedOrLater(answer);
            }
            Optional<Blob> stored = blob(answer);
            if (stored.isPresent()) {
                return stored;
            }
            at = answer.headers().firstValueAsLong("Upload-Offset").orElse(0);
        }
        while (at < page.length) {
            int length = (int) Math.min(CHUNK, page.length - at);
            HttpResponse<String> answer = ask(request("PATCH", upload)
                    .header("Upload-Offset", String.valueOf(at))
                    .header("Upload-Checksum", "sha256 " + Sha256.base64(page, (int) at, length))
                    .header("Content-Type", "application/offset+octet-stream")
                    .method("PATCH", BodyPublishers.ofByteArray(page, (int) at, length)));
            if (answer.statusCode() != NO_CONTENT) {
                return refusedOrLater(answer);
            }
            at += length;
            Optional<Blob> stored = blob(answer);
            if (stored.isPresent()) {
                return stored;
            }
        }
        return Optional.empty();
    }

    /** Empty where trying again may help. */
    private static <T> Optional<T> refusedOrLater(HttpResponse<String> answer) throws DeviceFault {
        int status = answer.statusCode();
        boolean later = status >= SERVER_SIDE || status == CONFLICT || status == TOO_MANY || status == WRONG_CHECKSUM;
        if (later) {
            return Optional.empty();
        }
        String refused = answer.headers().firstValue("Upload-Refused").orElse(String.valueOf(status));
        throw new DeviceFault(
                switch (refused) {
                    case "room-full" -> Trouble.ROOM_FULL;
                    case "too-large", "too-many-pixels" -> Trouble.TOO_LARGE;
                    case "empty", "wrong-type", "wrong-hash", "longer-than-said", "broken-picture", "too-slow" ->
                        Trouble.MALFORMED;
                    // The server does not know this daemon or this upload, or the page was none too large for it but
                    // for a proxy.
                    default -> status == TOO_LARGE ? Trouble.TOO_LARGE : Trouble.NOT_REACHED;
                },
                "upload: " + refused);
    }

    private static Optional<Blob> blob(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Upload-Blob")
                .flatMap(json -> WireCodec.decode(json, Blob.class) instanceof Decoded.Message<Blob>(Blob blob)
                        ? Optional.of(blob)
                        : Optional.empty());
    }

    private HttpRequest.Builder request(String method, URI address) {
        return HttpRequest.newBuilder(address)
                .timeout(ONE_REQUEST)
                .header("Authorization", authorization.apply(method, address))
                .header("Tus-Resumable", VERSION);
    }

    private HttpResponse<String> ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Tries until it goes well, is refused, or the time is over; with longer and longer pauses. */
    static final class Retry {
        private final InstantSource clock;
        private final java.time.Instant until;

        Retry(InstantSource clock, Duration within) {
            this.clock = clock;
            this.until = clock.instant().plus(within);
        }

        @FunctionalInterface
        interface Try<T> {
            /** Empty where it did not go well and may the next time. */
            Optional<T> go() throws IOException, DeviceFault, InterruptedException;
        }

        <T> T until(Try<T> work) throws DeviceFault, InterruptedException {
            Duration pause = FIRST_PAUSE;
            while (true) {
                String why = "upload: refused for now";
                try {
                    Optional<T> done = work.go();
                    if (done.isPresent()) {
                        return done.get();
                    }
                } catch (IOException cut) {
                    why = "upload: " + cut.getClass().getSimpleName();
                } catch (UncheckedIOException diskIsFull) {
                    why = "upload: the daemon cannot count its requests";
                }
                if (!clock.instant().plus(pause).isBefore(until)) {
                    throw new DeviceFault(Trouble.NOT_REACHED, why);
                }
                Thread.sleep(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
            }
        }
    }
}
