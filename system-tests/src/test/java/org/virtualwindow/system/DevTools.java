package org.virtualwindow.system;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A page of a Chromium of its own, spoken to over the DevTools protocol: unlike Playwright's, by any thread, and it tells by
 * itself. Nobody sees it.
 */
final class DevTools implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PATIENCE_SECONDS = 20;

    private final Process process;
    private final Path profile;
    private final WebSocket socket;
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();

    private DevTools(Process process, Path profile, URI page, BiConsumer<String, String> told) {
        this.process = process;
        this.profile = profile;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(page, new Listener(told))
                .join();
    }

    /** @param told hears what the page says by calling one of these functions with one text */
    static DevTools open(List<String> functions, BiConsumer<String, String> told) throws Exception {
        Path profile = Files.createTempDirectory("virtual-window-chromium");
        List<String> command = new ArrayList<>(List.of(Chromium.executable().toString()));
        command.addAll(Chromium.FLAGS);
        command.addAll(
                List.of("--headless=new", "--remote-debugging-port=0", "--user-data-dir=" + profile, "about:blank"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        DevTools page = new DevTools(process, profile, address(process), told);
        for (String function : functions) {
            page.ask("Runtime.addBinding", JSON.createObjectNode().put("name", function));
        }
        return page;
    }

    /** Runs an expression and waits for its promise; returns its text, which is empty where it has none. */
    String run(String expression) {
        JsonNode answer = ask(
                "Runtime.evaluate",
                JSON.createObjectNode()
                        .put("expression", expression)
                        .put("awaitPromise", true)
                        .put("returnByValue", true));
        if (answer.path("result").has("exceptionDetails")) {
            throw new IllegalStateException(answer.path("result").toString());
        }
        return answer.path("result").path("result").path("value").asString("");
    }

    /** A text as JavaScript writes it. */
    static String quoted(String text) {
        return JSON.writeValueAsString(text);
    }

    private JsonNode ask(String method, ObjectNode parameters) {
        int number = numbers.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        asked.put(number, answer);
        ObjectNode request = JSON.createObjectNode().put("id", number).put("method", method);
        request.set("params", parameters);
        synchronized (socket) {
            socket.sendText(request.toString(), true).join();
        }
        return answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    /** Chromium prints where it listens; there the addresses of its pages are. */
    private static URI address(Process process) throws IOException, InterruptedException {
        BufferedReader output = process.inputReader();
        String line = output.readLine();
        while (line != null && !line.contains("DevTools listening on ws://")) {
            line = output.readLine();
        }
        if (line == null) {
            throw new IllegalStateException("Chromium did not start");
        }
        Thread.ofVirtual().start(() -> output.lines().forEach(more -> {}));
        String host = URI.create(line.replaceFirst(".*(ws://\\S+).*", "$1")).getAuthority();
        HttpRequest list = HttpRequest.newBuilder(URI.create("http://" + host + "/json/list"))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            JsonNode pages =
                    JSON.readTree(http.send(list, BodyHandlers.ofString()).body());
            for (JsonNode page : pages) {
                if (page.path("type").asString().equals("page")) {
                    return URI.create(page.path("webSocketDebuggerUrl").asString());
                }
            }
        }
        throw new IllegalStateException("Chromium has no page");
    }

    @Override
    public void close() throws IOException, InterruptedException {
        socket.abort();
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(each -> each.onExit().join());
        try (Stream<Path> files = Files.walk(profile)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private final class Listener implements WebSocket.Listener {
        private final BiConsumer<String, String> told;
        private final StringBuilder whole = new StringBuilder();

        Listener(BiConsumer<String, String> told) {
            this.told = told;
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            whole.append(part);
            if (last) {
                JsonNode message = JSON.readTree(whole.toString());
                whole.setLength(0);
                if (message.has("id")) {
                    CompletableFuture<JsonNode> answer =
                            asked.remove(message.path("id").asInt());
                    if (answer != null) {
                        answer.complete(message);
                    }
                } else if (message.path("method").asString().equals("Runtime.bindingCalled")) {
                    JsonNode call = message.path("params");
                    told.accept(
                            call.path("name").asString(), call.path("payload").asString());
                }
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }
}
