package org.virtualwindow.server.licence;

import static java.net.http.HttpResponse.BodySubscribers.limiting;
import static java.net.http.HttpResponse.BodySubscribers.ofByteArray;
import static java.net.http.HttpResponse.BodySubscribers.replacing;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.virtualwindow.protocol.json.WireCodec;
import org.virtualwindow.protocol.values.LookupTrouble;

/**
 * Asks one address outside for everything, by {@code POST} with JSON ({@link RegisterWire}); what is behind it is the authority's own
 * affair. It is asked once: what fails is not tried again, because nobody knows whether it arrived. People stand in no address and in no
 * log.
 */
public final class HttpRegisters implements Registers, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(HttpRegisters.class);
    /** In bytes; an answer has some hundred. */
    private static final int LARGEST = 64 * 1024;

    private static final int OK = 200;

    private final URI address;
    private final Optional<String> token;
    private final Duration within;
    private final HttpClient client;

    /**
     * @param token is shown to the authority as a bearer's
     * @param within after which nobody waits any longer for the whole answer
     */
    public HttpRegisters(URI address, Optional<String> token, Duration within) {
        this.address = address;
        this.token = token;
        this.within = within;
        this.client = HttpClient.newBuilder()
                .connectTimeout(within)
                // a redirection would carry people to somebody whom the configuration does not name
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public RegisterAnswer ask(RegisterQuery query) {
        AtomicBoolean answers = new AtomicBoolean();
        CompletableFuture<HttpResponse<byte[]>> sent = client.sendAsync(request(query), info -> {
            boolean well = info.statusCode() == OK;
            answers.set(well);
            return well ? limiting(ofByteArray(), LARGEST) : replacing(new byte[0]);
        });
        try {
            HttpResponse<byte[]> response = sent.get(within.toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() != OK) {
                return trouble(query, LookupTrouble.NOT_REACHED, "status " + response.statusCode());
            }
            RegisterAnswer answer = RegisterWire.read(response.body());
            return answer instanceof RegisterAnswer.Unavailable
                    ? trouble(query, LookupTrouble.NOT_UNDERSTOOD, "an answer that is none")
                    : answer;
        } catch (TimeoutException e) {
            sent.cancel(true);
            return trouble(query, LookupTrouble.TIMED_OUT, "no whole answer within " + within.toMillis() + " ms");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            return cause instanceof HttpTimeoutException
                    ? trouble(query, LookupTrouble.TIMED_OUT, "no connection within " + within.toMillis() + " ms")
                    : trouble(
                            query,
                            answers.get() ? LookupTrouble.NOT_UNDERSTOOD : LookupTrouble.NOT_REACHED,
                            cause == null ? "" : cause.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            sent.cancel(true);
            return new RegisterAnswer.Unavailable(LookupTrouble.INTERRUPTED);
        }
    }

    private HttpRequest request(RegisterQuery query) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(WireCodec.bytes(RegisterWire.Asked.of(query))));
        token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        return request.build();
    }

    private static RegisterAnswer trouble(RegisterQuery query, LookupTrouble why, String detail) {
        log.warn("{} came to nothing: {} ({})", query, why, detail);
        return new RegisterAnswer.Unavailable(why);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
