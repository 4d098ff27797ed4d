package org.virtualwindow.kiosk.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A server whose page does what a test wants. It stands at 127.0.0.1; the same server at localhost is another origin, a foreign one. */
final class FakePages implements LaunchCodes, AutoCloseable {
    private static final int PATIENCE_SECONDS = 20;
    private static final String PAGE = """
        <!doctype html><meta charset="utf-8"><title>kiosk</title><body>
        <script>
        (async () => {
          const id = String(Math.random());
          await fetch("/opened?" + id, { method: "POST", body: location.hash });
          for (;;) {
            const wanted = await (await fetch("/wanted?" + id)).text();
            if (wanted === "") continue;
            let answer;
            try { answer = String(await eval(wanted)); } catch (e) { answer = "threw " + e; }
            await fetch("/answer", { method: "POST", body: answer });
          }
        })();
        </script>
        """;

    private final BlockingQueue<String> opened = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> wanted = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final List<String> foreign = new CopyOnWriteArrayList<>();
    private final AtomicInteger codes = new AtomicInteger();
    private volatile String newest = "";
    private HttpServer server;
    private final int port;

    FakePages() {
        server = serve(0);
        port = server.getAddress().getPort();
    }

    private HttpServer serve(int wantedPort) {
        try {
            HttpServer made = HttpServer.create(new InetSocketAddress("127.0.0.1", wantedPort), 0);
            made.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            made.createContext("/", this::answer);
            made.start();
            return made;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    String origin() {
        return "http://127.0.0.1:" + port;
    }

    /** What no kiosk may show. */
    String foreignOrigin() {
        return "http://localhost:" + port;
    }

    List<String> foreign() {
        return foreign;
    }

    /** How many were asked for. */
    int codes() {
        return codes.get();
    }

    void die() {
        server.stop(0);
        wanted.clear();
        answers.clear();
    }

    void comeBack() {
        server = serve(port);
    }

    @Override
    public CompletableFuture<String> next() {
        String address = origin() + "/kiosk/#launch=" + codes.incrementAndGet();
        return CompletableFuture.supplyAsync(() -> {
            try (var probe = new java.net.Socket("127.0.0.1", port)) {
                return address;
            } catch (IOException dead) {
                throw new IllegalStateException("out of reach");
            }
        });
    }

    /** The fragment with which the page was opened next. */
    String awaitOpened() throws InterruptedException {
        String next = opened.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("the page was not opened in " + PATIENCE_SECONDS + " s");
        }
        return next;
    }

    /** Has the page work something out. */
    String does(String script) throws InterruptedException {
        answers.clear();
        wanted.add(script);
        String answer = answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (answer == null) {
            throw new AssertionError("the page did not answer to " + script);
        }
        return answer;
    }

    /** Has the page do something after which it may be gone. */
    void begins(String script) {
        wanted.add(script);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (!"127.0.0.1".equals(exchange.getRequestHeaders().getFirst("Host").split(":")[0])) {
            foreign.add(path);
        }
        switch (path) {
            case "/kiosk/" -> {
                exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
                exchange.getResponseHeaders().add("Set-Cookie", "vw-kiosk=a; Path=/; HttpOnly; SameSite=Strict");
                send(exchange, PAGE);
            }
            case "/opened" -> {
                newest = exchange.getRequestURI().getQuery();
                opened.add(body);
                send(exchange, "");
            }
            case "/wanted" ->
                send(exchange, awaitWanted(exchange.getRequestURI().getQuery()));
            case "/answer" -> {
                answers.add(body);
                send(exchange, "");
            }
            case "/download" -> {
                exchange.getResponseHeaders().add("Content-Disposition", "attachment; filename=x.bin");
                send(exchange, "x".repeat(1000));
            }
            default -> send(exchange, "something");
        }
    }

    /** What the page that was opened last is to do; nothing for a while, or where a page that is gone had asked. */
    private String awaitWanted(String page) {
        try {
            for (int i = 0; i < 50 && page.equals(newest); i++) {
                String next = wanted.poll(20, TimeUnit.MILLISECONDS);
                if (next != null && page.equals(newest)) {
                    return next;
                } else if (next != null) {
                    wanted.add(next); // for the page that was opened meanwhile
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "";
    }

    private static void send(HttpExchange exchange, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
