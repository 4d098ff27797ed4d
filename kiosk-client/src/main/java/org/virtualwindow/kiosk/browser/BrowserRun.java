package org.virtualwindow.kiosk.browser;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.virtualwindow.protocol.ids.CommandId;
import tools.jackson.databind.JsonNode;

/**
 * One browser from its start to its end, and the one page in it. One thread does everything here; what the browser and the server say
 * reaches it through a queue, except stop and wipe, which wait for nobody.
 */
final class BrowserRun implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BrowserRun.class);
    private static final String BINDING = "vwDaemon";

    /** As the page marks itself while anybody has begun anything on it. */
    private static final String IN_USE = "document.documentElement.hasAttribute('data-in-use')";

    private static final Duration FIRST_WORD = Duration.ofSeconds(20);
    private static final Duration ASK_ALIVE = Duration.ofSeconds(3);
    private static final Duration HUNG = Duration.ofSeconds(9);
    private static final Duration FIRST_TRY_AGAIN = Duration.ofSeconds(1);
    private static final Duration LAST_TRY_AGAIN = Duration.ofSeconds(10);
    private static final int NO_CONTENT = 204;
    private static final List<String> GRANTED = List.of("audioCapture", "videoCapture", "displayCapture");

    private final Ours ours;
    private final LaunchCodes codes;
    private final Runnable wipe;
    private final Consumer<Optional<CommandId>> stop;
    private final BooleanSupplier outOfUse;
    private final Chromium chromium;
    private final BlockingQueue<News> news = new LinkedBlockingQueue<>();
    private final InstantSource clock;
    private final boolean isMeasured;

    private volatile String page = "";
    private String target = "";
    private Instant answered;
    private Instant askAlive;
    private @Nullable Instant launchAt;
    private Duration tryAgain = FIRST_TRY_AGAIN;
    private Optional<String> missing = Optional.empty();
    private @Nullable CompletableFuture<String> code;
    private volatile boolean up;
    private volatile boolean opened;
    private volatile boolean endExpected;
    private volatile boolean goesOn;

    /** @param covers whether a window of this size is known to cover its screen */
    BrowserRun(
            BrowserOptions options,
            boolean covers,
            String origin,
            LaunchCodes codes,
            Runnable wipe,
            Consumer<Optional<CommandId>> stop,
            BooleanSupplier outOfUse,
            InstantSource clock)
            throws IOException {
        this.codes = codes;
        this.wipe = wipe;
        this.stop = stop;
        this.outOfUse = outOfUse;
        this.clock = clock;
        isMeasured = covers || options.display().isEmpty() || options.window().isPresent();
        answered = clock.instant().plus(FIRST_WORD).minus(HUNG);
        askAlive = clock.instant().plus(ASK_ALIVE);
        if (isMeasured && !outOfUse.getAsBoolean()) {
            code = codes.next(); // is on its way while the browser starts
        }
        LocalPage first = outOfUse.getAsBoolean() ? LocalPage.OUT_OF_USE : LocalPage.OPENING;
        chromium = Chromium.start(options, first, this::heard);
        ours = new Ours(origin, chromium.profile(), outOfUse);
        chromium.onExit().thenRun(() -> news.add(new News.Ended()));
    }

    boolean isUp() {
        return up;
    }

    long pid() {
        return chromium.pid();
    }

    void expectEnd() {
        endExpected = true;
    }

    boolean isEndExpected() {
        return endExpected;
    }

    /** Asks the page whether nobody uses it; of one that does not answer nobody knows. Any thread. */
    CompletableFuture<Boolean> isFree() {
        return chromium.pipe()
                .send(page, "Runtime.evaluate", Map.of("expression", IN_USE, "returnByValue", true))
                .thenApply(answer -> !answer.path("result").path("value").asBoolean(true))
                .exceptionally(_ -> false);
    }

    /** What the next browser has to begin with, {@code ""} where this one covers its screen; empty where nobody knows. */
    Optional<String> missing() {
        return missing;
    }

    @Override
    public void close() {
        up = false;
        chromium.close();
    }

    /** Returns when the browser has ended, or has to. */
    void talk() throws InterruptedException {
        send("", "Target.setDiscoverTargets", Map.of("discover", true));
        send("", "Target.setAutoAttach", Map.of("autoAttach", true, "waitForDebuggerOnStart", true, "flatten", true));
        send("", "Browser.setDownloadBehavior", Map.of("behavior", "deny"));
        // Whatever is not granted here is denied without a question.
        send("", "Browser.grantPermissions", Map.of("origin", ours.origin(), "permissions", GRANTED));
        while (true) {
            Instant now = clock.instant();
            if (!now.isBefore(answered.plus(HUNG))) {
                LOG.warn("The page does not answer");
                return;
            }
            if (!now.isBefore(askAlive)) {
                askAlive = now.plus(ASK_ALIVE);
                askAlive();
            }
            Instant launch = launchAt;
            if (launch != null && !now.isBefore(launch)) {
                launchAt = null;
                askLaunch();
            }
            switch (news.poll(untilDue(now), TimeUnit.MILLISECONDS)) {
                case null -> {}
                case News.Said(Pipe.Event event) -> {
                    if (!said(event)) {
                        return;
                    }
                }
                case News.Launch(String address) -> open(address);
                case News.NoLaunch(String why) -> {
                    LOG.info("The page cannot be opened yet: {}", why);
                    cannotReach();
                }
                case News.Alive(String protocol) -> alive(protocol);
                case News.Measured(Optional<String> size) -> {
                    missing = size;
                    if (size.filter(larger -> !larger.isEmpty()).isPresent()) {
                        endExpected = true;
                        return;
                    }
                    launchAt = clock.instant();
                }
                case News.Ended _ -> {
                    return;
                }
            }
        }
    }

    private long untilDue(Instant now) {
        Instant launch = launchAt;
        Instant due = launch != null && launch.isBefore(askAlive) ? launch : askAlive;
        return Math.max(1, Duration.between(now, due).toMillis());
    }

    /** On the thread that reads: 停止 is never behind anything else. */
    private void heard(Pipe.Event event) {
        if (event.method().equals("Runtime.bindingCalled")
                && event.params().path("name").asString("").equals(BINDING)) {
            switch (PageWord.of(event.params().path("payload").asString(""))) {
                case PageWord.Wipe _ -> Thread.ofVirtual().name("wipe").start(wipe);
                case PageWord.Stop(Optional<CommandId> command) ->
                    Thread.ofVirtual().name("stop").start(() -> stop.accept(command));
                case PageWord.GoesOn(boolean now) -> goesOn = now;
                case PageWord.Unknown _ -> LOG.warn("The page said what this daemon does not know");
            }
        } else {
            news.add(new News.Said(event));
        }
    }

    /** Returns whether this browser goes on. */
    private boolean said(Pipe.Event event) {
        JsonNode params = event.params();
        switch (event.method()) {
            case "Target.attachedToTarget" -> attached(params);
            case "Target.targetInfoChanged" -> {
                JsonNode info = params.path("targetInfo");
                String url = info.path("url").asString("");
                if (info.path("targetId").asString("").equals(target) && !ours.has(url)) {
                    LOG.warn("The page had gone to {}", Ours.scheme(url));
                    return false;
                }
            }
            case "Target.targetDestroyed" -> {
                return !params.path("targetId").asString("").equals(target);
            }
            case "Inspector.targetCrashed" -> crashed(event.session());
            case "Fetch.requestPaused" -> paused(event.session(), params);
            case "Page.javascriptDialogOpening" ->
                send(
                        event.session(),
                        "Page.handleJavaScriptDialog",
                        Map.of("accept", params.path("type").asString("").equals("beforeunload")));
            default -> {} // what the browser tells beside that is nobody's business
        }
        return true;
    }

    /** A matter goes on in a page that is loaded anew. Else nobody knows who stood before it, and the next may not see what they left. */
    private void crashed(String session) {
        if (!session.equals(page) || endExpected) {
            return;
        }
        if (goesOn) {
            send(session, "Page.reload", Map.of());
        } else {
            endExpected = true;
            Thread.ofVirtual().name("wipe").start(wipe);
        }
    }

    /** The first page is ours. Whatever opens beside it is closed again. */
    private void attached(JsonNode params) {
        String session = params.path("sessionId").asString("");
        JsonNode info = params.path("targetInfo");
        boolean isPage = info.path("type").asString("").equals("page");
        String id = info.path("targetId").asString("");
        if (isPage && page.isEmpty()) {
            page = session;
            target = id;
            ours();
        } else {
            // A paused window that is closed would leave its opener waiting, so it goes on first.
            send(session, "Runtime.runIfWaitingForDebugger", Map.of());
            if (isPage) {
                LOG.warn("Another window was opened and is closed again");
                send("", "Target.closeTarget", Map.of("targetId", id));
            }
        }
    }

    private void ours() {
        answered = clock.instant();
        send(page, "Page.enable", Map.of());
        send(page, "Inspector.enable", Map.of());
        send(page, "Runtime.enable", Map.of());
        send(page, "Page.addScriptToEvaluateOnNewDocument", Guard.script());
        send(page, "Runtime.addBinding", Map.of("name", BINDING));
        send(
                page,
                "Fetch.enable",
                Map.of(
                        "patterns",
                        List.of(Map.of("urlPattern", "*", "resourceType", "Document", "requestStage", "Request"))));
        send(page, "Page.setInterceptFileChooserDialog", Map.of("enabled", true));
        send(page, "Runtime.runIfWaitingForDebugger", Map.of());
        if (outOfUse.getAsBoolean()) {
            show(LocalPage.OUT_OF_USE);
        } else if (isMeasured) {
            launchAt = clock.instant();
        } else {
            WindowSize.missing(chromium.pipe(), page).thenAccept(size -> news.add(new News.Measured(size)));
        }
    }

    private void paused(String session, JsonNode params) {
        String request = params.path("requestId").asString("");
        String url = params.path("request").path("url").asString("");
        if (ours.has(url)) {
            send(session, "Fetch.continueRequest", Map.of("requestId", request));
        } else {
            LOG.warn("The page wanted to go to {} and stays", Ours.scheme(url));
            // No content: the page stays where it is.
            send(session, "Fetch.fulfillRequest", Map.of("requestId", request, "responseCode", NO_CONTENT));
        }
    }

    private void askLaunch() {
        CompletableFuture<String> next = code == null ? codes.next() : code;
        code = null;
        next.whenComplete((address, failure) -> news.add(
                failure == null ? new News.Launch(address) : new News.NoLaunch(String.valueOf(failure.getMessage()))));
    }

    private void open(String address) {
        if (outOfUse.getAsBoolean()) {
            return;
        }
        chromium.pipe().send(page, "Page.navigate", Map.of("url", address)).whenComplete((result, failure) -> {
            if (failure != null || result.has("errorText")) {
                news.add(new News.NoLaunch("the page did not come"));
            } else {
                up = true;
                opened = true;
            }
        });
    }

    private void cannotReach() {
        up = false;
        if (outOfUse.getAsBoolean()) {
            return;
        }
        show(LocalPage.UNREACHABLE);
        launchAt = clock.instant().plus(tryAgain);
        Duration doubled = tryAgain.multipliedBy(2);
        tryAgain = doubled.compareTo(LAST_TRY_AGAIN) > 0 ? LAST_TRY_AGAIN : doubled;
    }

    private void show(LocalPage local) {
        up = false;
        send(page, "Page.navigate", Map.of("url", local.address(chromium.profile())));
    }

    private void askAlive() {
        if (page.isEmpty()) {
            return;
        }
        chromium.pipe()
                .send(page, "Runtime.evaluate", Map.of("expression", "location.protocol", "returnByValue", true))
                .thenAccept(answer -> news.add(
                        new News.Alive(answer.path("result").path("value").asString(""))));
    }

    private void alive(String protocol) {
        answered = clock.instant();
        if (protocol.startsWith("http")) {
            tryAgain = FIRST_TRY_AGAIN;
        } else if (!protocol.equals("file:") && launchAt == null && opened) {
            cannotReach(); // an error page of the browser's, or an empty one
        }
    }

    /** What the browser cannot do any more is noticed by its end or its silence. */
    private void send(String session, String method, Map<String, ?> params) {
        chromium.pipe().send(session, method, params).exceptionally(failure -> {
            LOG.debug("{} was refused: {}", method, failure.getMessage());
            return null;
        });
    }
}
