package org.virtualwindow.kiosk.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.virtualwindow.kiosk.Await;
import org.virtualwindow.protocol.ids.CommandId;

/** A real Chromium, headless: what it shows, what it comes back from, and what is left of whoever sat there. */
class BrowserTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    @TempDir
    Path folder = Path.of("");

    private final FakePages pages = new FakePages();
    private final BlockingQueue<Stop> stopped = new LinkedBlockingQueue<>();
    private final AtomicInteger forgotten = new AtomicInteger();
    private Browser browser;

    private record Stop(long at, Optional<CommandId> command) {}

    @BeforeEach
    void start() {
        assumeTrue(Files.isExecutable(CHROMIUM), "chromium is missing: apt-get install chromium");
        browser = new Browser(
                new BrowserOptions(CHROMIUM, Optional.empty(), folder, Optional.empty(), List.of()),
                pages.origin(),
                pages,
                command -> stopped.add(new Stop(System.currentTimeMillis(), command)),
                forgotten::incrementAndGet,
                InstantSource.system());
        browser.start();
    }

    @AfterEach
    void stop() {
        if (browser != null) {
            browser.close();
        }
        pages.close();
    }

    @Test
    void comesBackWhenItIsKilledAndWhenItsPageCrashesOrHangs() throws InterruptedException {
        long began = System.nanoTime();
        assertThat(pages.awaitOpened()).isEqualTo("#launch=1");
        said("start to first page", began);

        long killed = System.nanoTime();
        ProcessHandle.of(browser.pid()).orElseThrow().destroyForcibly();
        assertThat(pages.awaitOpened()).isEqualTo("#launch=2");
        said("killed to page", killed);
        assertThat(browser.restarts()).isEqualTo(1);

        long crashed = System.nanoTime();
        renderers().forEach(ProcessHandle::destroyForcibly);
        pages.awaitOpened();
        said("page crashed to page", crashed);

        long hung = System.nanoTime();
        pages.begins("for (;;) {}");
        pages.awaitOpened();
        said("page hung to page", hung);
        Await.until("it is up", browser::isUp);
    }

    @Test
    void everythingOfAnApplicantIsGoneInTwoSecondsWithoutAServer() throws Exception {
        pages.awaitOpened();
        List<String> secrets = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            secrets.add("geheim" + i + "x" + System.nanoTime());
        }
        for (int i = 0; i < secrets.size(); i++) {
            plant(i, secrets.get(i));
        }
        assertThat(hits(secrets)).as("they are there to be found").isPositive();
        long pid = browser.pid();
        Path profile = onlyProfile();
        pages.does("setTimeout(() => vwDaemon('wipe'), 700); 1");
        pages.die();

        Await.until("the page's word comes", () -> forgotten.get() == 1);
        long began = System.nanoTime();
        Await.until("the profile is gone", () -> !Files.exists(profile));
        Await.until("the browser is gone", () -> ProcessHandle.of(pid).isEmpty());
        long took = said("wipe to nothing left", began);
        assertThat(forgotten).hasValue(1);
        assertThat(hits(secrets)).isZero();
        assertThat(took).isLessThan(2_000);

        Await.until("a new browser stands there", () -> browser.pid() != pid && browser.pid() != 0);
        assertThat(hits(secrets)).isZero();
        pages.comeBack();
        assertThat(pages.awaitOpened()).startsWith("#launch=");
        assertThat(pages.does("document.cookie + localStorage.length")).isEqualTo("0");
        assertThat(browser.restarts()).as("a wipe is no fault").isZero();
    }

    @Test
    void aPageThatCrashesIsWipedUnlessAMatterGoesOnInIt() throws InterruptedException {
        pages.awaitOpened();
        pages.does("vwDaemon('goes on'); localStorage.setItem('of', 'somebody'); 1");
        renderers().forEach(ProcessHandle::destroyForcibly);
        pages.awaitOpened();
        assertThat(pages.does("localStorage.getItem('of')")).isEqualTo("somebody");
        assertThat(forgotten).hasValue(0);

        pages.does("vwDaemon('nothing goes on'); 1");
        renderers().forEach(ProcessHandle::destroyForcibly);
        pages.awaitOpened();
        assertThat(pages.does("localStorage.length")).isEqualTo("0");
        assertThat(forgotten).hasValue(1);
    }

    @Test
    void stopReachesTheDaemonAtOnceWithTheNetworkCut() throws InterruptedException {
        pages.awaitOpened();
        long press = System.currentTimeMillis() + 700;
        pages.does("setTimeout(() => vwDaemon('stop c-1'), %d - Date.now()); 1".formatted(press));
        pages.die();
        Stop stop = stopped.poll(10, TimeUnit.SECONDS);
        assertThat(stop).isNotNull();
        System.out.println("停止 to the daemon: " + (stop.at() - press) + " ms");
        assertThat(stop.at() - press).isLessThan(300);
        assertThat(stop.command()).contains(new CommandId("c-1"));
        pages.comeBack();
    }

    @Test
    void whateverAPageSaysThatItStopsItIsAStop() throws InterruptedException {
        pages.awaitOpened();
        for (String word : List.of("stop", "stop ", "stop c 1", "stop " + "c".repeat(41))) {
            pages.does("vwDaemon('" + word + "'); 1");
            Stop stop = stopped.poll(10, TimeUnit.SECONDS);
            assertThat(stop).as(word).isNotNull();
            assertThat(stop.command()).as(word).isEmpty();
        }
    }

    @Test
    void whereItIsTakenOutOfUseNothingOfTheApplicantIsLeftAndNothingIsOpenedAnyMore() throws Exception {
        pages.awaitOpened();
        pages.does("localStorage.setItem('name', 'geheim'); 1");
        long pid = browser.pid();
        Path profile = onlyProfile();

        browser.takeOutOfUse();
        Await.until("the profile is gone", () -> !Files.exists(profile));
        Await.until("the browser is gone", () -> ProcessHandle.of(pid).isEmpty());
        Await.until("whatever else there is was forgotten", () -> forgotten.get() == 1);

        long shown = awaitOutOfUse(pid);
        assertThat(browser.restarts()).as("that was no fault").isZero();
        ProcessHandle.of(shown).orElseThrow().destroyForcibly();
        awaitOutOfUse(shown);
        assertThat(pages.codes()).as("nobody asked for another page").isEqualTo(1);
        assertThat(browser.isUp()).isFalse();
    }

    /** What it begins with is all it shows, so no way leads back from there. */
    private long awaitOutOfUse(long before) throws InterruptedException {
        Await.until("a new browser stands there", () -> browser.pid() != before && browser.pid() != 0);
        Await.until("it shows a page", () -> !renderers().isEmpty());
        assertThat(content(Path.of("/proc/" + browser.pid() + "/cmdline"))).contains("/out_of_use.html");
        return browser.pid();
    }

    @Test
    void waitsOnAPageOfItsOwnUntilTheServerIsThere() throws InterruptedException {
        pages.awaitOpened();
        pages.die();
        ProcessHandle.of(browser.pid()).orElseThrow().destroyForcibly();
        Await.until("it is there again", () -> browser.restarts() == 1 && browser.pid() != 0);
        assertThat(browser.isUp()).isFalse();
        pages.comeBack();
        pages.awaitOpened();
        Await.until("it is up", browser::isUp);
    }

    @Test
    void onlyOurPagesEverLoad() throws InterruptedException {
        pages.awaitOpened();
        String foreign = pages.foreignOrigin();
        List<String> addresses = List.of(
                foreign + "/",
                foreign + "/kiosk/",
                "https://example.com/",
                "//localhost/",
                "http://127.0.0.1:1/",
                pages.origin().replace("http", "https") + "/kiosk/",
                pages.origin() + "@localhost/",
                "file:///etc/passwd",
                "file:///",
                "view-source:" + pages.origin() + "/kiosk/",
                "view-source:file:///etc/passwd",
                "chrome://settings/",
                "chrome://version/",
                "chrome://downloads/",
                "chrome://flags/",
                "chrome://crash/",
                "devtools://devtools/bundled/inspector.html",
                "data:text/html,<h1>x</h1>",
                "blob:" + foreign + "/0",
                "filesystem:" + foreign + "/temporary/x",
                "ftp://example.com/",
                "mailto:someone@example.com",
                "tel:10086",
                "sms:10086",
                "intent://x#Intent;scheme=x;end",
                "weixin://dl/",
                "alipays://platformapi/",
                "ms-settings:",
                "javascript:void(0)");
        for (String address : addresses) {
            String quoted = "'" + address + "'";
            for (String way : List.of(
                    "location.href = %s; 1",
                    "window.open(%s) ; 1",
                    "{ const a = document.createElement('a'); a.href = %s; a.target = '_blank';"
                            + " document.body.append(a); a.click(); a.remove(); 1 }")) {
                pages.does(way.formatted(quoted));
                assertThat(pages.does("location.origin")).as(address).isEqualTo(pages.origin());
            }
        }
        pages.does(
                "{ const f = document.createElement('form'); f.action = '%s/'; f.method = 'post'; document.body.append(f);"
                                .formatted(foreign)
                        + " f.submit(); 1 }");
        pages.does("{ const a = document.createElement('a'); a.href = '/download'; a.download = 'x';"
                + " document.body.append(a); a.click(); 1 }");
        pages.does("{ const i = document.createElement('input'); i.type = 'file'; document.body.append(i);"
                + " i.click(); 1 }");
        pages.does("window.print(); 1");
        assertThat(pages.does("location.origin")).isEqualTo(pages.origin());
        assertThat(pages.foreign()).isEmpty();
        assertThat(browser.restarts()).as("it never had to be started anew").isZero();
        assertThat(pages.does(
                        "[navigator.usb, navigator.hid, navigator.serial, navigator.bluetooth].map(String).join()"))
                .isEqualTo("undefined,undefined,undefined,undefined");
        assertThat(pages.does("navigator.geolocation ? new Promise(ok => navigator.geolocation.getCurrentPosition(()"
                        + " => ok(0), e => ok(e.code))) : 1"))
                .isEqualTo("1");
        assertThat(pages.does("navigator.permissions.query({ name: 'camera' }).then(p => p.state)"))
                .isEqualTo("granted");
    }

    /** These the browser shows an error or nothing for before anybody can hold them back. */
    @Test
    void whereThePageGotLostAllTheSameTheBrowserStartsAnew() throws InterruptedException {
        pages.awaitOpened();
        for (String address : List.of(
                "chrome-extension://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/x.html", "about:blank#x", "about:srcdoc")) {
            pages.begins("location.href = '%s'; 1".formatted(address));
            pages.awaitOpened();
        }
    }

    @Test
    void neitherListensToAnybody() throws Exception {
        pages.awaitOpened();
        Set<String> listening = new java.util.HashSet<>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            Files.readAllLines(Path.of(table)).stream()
                    .map(line -> line.strip().split("\\s+"))
                    .filter(columns -> columns.length > 9 && columns[3].equals("0A"))
                    .forEach(columns -> listening.add("socket:[" + columns[9] + "]"));
        }
        assertThat(listening).as("the test's own server listens").isNotEmpty();
        ProcessHandle main = ProcessHandle.of(browser.pid()).orElseThrow();
        List<ProcessHandle> all =
                Stream.concat(Stream.of(main), main.descendants()).toList();
        assertThat(all).hasSizeGreaterThan(3);
        for (ProcessHandle each : all) {
            assertThat(descriptors(each.pid())).as("process " + each.pid()).doesNotContainAnyElementsOf(listening);
        }
    }

    @Test
    void nothingIsLeftWhenTheDaemonIsKilled() throws Exception {
        browser.close();
        Path own = Files.createDirectory(folder.resolve("other"));
        Process daemon = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Lonely.class.getName(),
                        own.toString(),
                        pages.origin())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            Await.until("its browser runs", () -> !running(own).isEmpty() && daemonOpened());
        } finally {
            daemon.destroyForcibly();
        }
        long killed = System.nanoTime();
        daemon.destroyForcibly().waitFor();
        Await.until("no process of its browser is left", () -> running(own).isEmpty());
        said("daemon killed to no browser", killed);
        Profile.deleteLeftBehind(own);
        assertThat(own).isEmptyDirectory();
    }

    /** A daemon that is going to be killed. */
    static final class Lonely {
        private Lonely() {}

        static void main(String[] arguments) throws InterruptedException {
            var browser = new Browser(
                    new BrowserOptions(CHROMIUM, Optional.empty(), Path.of(arguments[0]), Optional.empty(), List.of()),
                    arguments[1],
                    () -> java.util.concurrent.CompletableFuture.completedFuture(
                            arguments[1] + "/kiosk/#launch=lonely"),
                    _ -> {},
                    () -> {},
                    InstantSource.system());
            browser.start();
            Thread.sleep(Duration.ofMinutes(5));
        }
    }

    private boolean daemonOpened() {
        try {
            return pages.awaitOpened().equals("#launch=lonely");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void plant(int number, String secret) throws InterruptedException {
        String quoted = "'" + secret + "'";
        List<String> ways = List.of(
                "localStorage.setItem(%1$s, %1$s); 1",
                "sessionStorage.setItem('s', %1$s); 1",
                "document.cookie = 'c%2$d=' + %1$s + '; max-age=9999'; 1",
                "{ const i = document.createElement('input'); i.name = 'name'; i.value = %1$s;"
                        + " document.body.append(i); 1 }",
                "navigator.clipboard?.writeText(%1$s).catch(() => 0); 1",
                "new Promise(ok => { const o = indexedDB.open(%1$s); o.onupgradeneeded = () =>"
                        + " o.result.createObjectStore('t'); o.onsuccess = () => { o.result.close(); ok(1) } })",
                "caches ? caches.open('c').then(c => c.put('/x%2$d', new Response(%1$s))).then(() => 1) : 1",
                "history.pushState(0, '', '?q=' + %1$s); document.title = %1$s; 1",
                "navigator.storage.getDirectory().then(d => d.getFileHandle('f%2$d', { create: true })).then(f =>"
                        + " f.createWritable()).then(async w => { await w.write(%1$s); await w.close(); return 1 })",
                "fetch('/' + %1$s).then(() => 1)");
        pages.does(ways.get(number % ways.size()).formatted(quoted, number));
    }

    /** How many files hold one of them. */
    private long hits(List<String> secrets) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(BrowserTest::content)
                    .filter(content -> secrets.stream()
                            .anyMatch(secret -> content.contains(secret)
                                    || content.contains(new String(
                                            secret.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1))))
                    .count();
        }
    }

    private static String content(Path file) {
        try {
            return file + "\n" + Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException goneOrNoFile) {
            return "";
        }
    }

    private Path onlyProfile() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.collect(Collectors.toList()).getFirst();
        }
    }

    private List<ProcessHandle> renderers() {
        return ProcessHandle.of(browser.pid())
                .orElseThrow()
                .descendants()
                .filter(each ->
                        content(Path.of("/proc/" + each.pid() + "/cmdline")).contains("--type=renderer"))
                .toList();
    }

    private static List<Long> running(Path profiles) {
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> {
                    String line = content(Path.of("/proc/" + pid + "/cmdline"));
                    return line.contains(profiles.toString()) && !line.contains(Lonely.class.getName());
                })
                .toList();
    }

    private static List<String> descriptors(long pid) throws IOException {
        Path folder = Path.of("/proc/" + pid + "/fd");
        if (!Files.isDirectory(folder)) {
            return List.of(); // it came and went
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(each -> {
                        try {
                            return Files.readSymbolicLink(each).toString();
                        } catch (IOException gone) {
                            return "";
                        }
                    })
                    .toList();
        }
    }

    private static long said(String what, long since) {
        long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since);
        System.out.println(what + ": " + took + " ms");
        return took;
    }
}
