package org.virtualwindow.kiosk.host;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.virtualwindow.kiosk.driver.DeviceFault;
import org.virtualwindow.protocol.values.Trouble;

/** One running process of a driver. Once it is gone it stays gone. Any thread. */
final class Child {
    private static final Logger LOG = LoggerFactory.getLogger(Child.class);
    /** Small: it holds one driver, and a page at a time. */
    private static final List<String> FLAGS = List.of(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Djava.awt.headless=true",
            "--enable-native-access=ALL-UNNAMED");

    /** On a busy machine. */
    private static final Duration TIME_TO_START = Duration.ofSeconds(20);

    private final String driver;
    private final Process process;
    private final long started = System.nanoTime();
    private final AtomicLong calls = new AtomicLong();
    private final Map<Long, Call> open = new ConcurrentHashMap<>();
    private volatile boolean gone;

    private Child(String driver, Process process) {
        this.driver = driver;
        this.process = process;
    }

    /** What comes for one call; empty where the process is gone. */
    final class Call implements AutoCloseable {
        final Long number = calls.incrementAndGet();
        private final BlockingQueue<Optional<FromHost>> news = new LinkedBlockingQueue<>();

        void say(ToHost frame) throws DeviceFault {
            try {
                Frames.write(process.getOutputStream(), frame);
            } catch (IOException e) {
                throw lost();
            }
        }

        FromHost next() throws DeviceFault, InterruptedException {
            return news.take().orElseThrow(Child.this::lost);
        }

        /** Empty where nothing came in time. */
        Optional<FromHost> next(Duration patience) throws DeviceFault, InterruptedException {
            Optional<FromHost> came = news.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (came == null) {
                return Optional.empty();
            }
            return Optional.of(came.orElseThrow(Child.this::lost));
        }

        @Override
        public void close() {
            open.remove(number);
        }
    }

    static Child start(String driver) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), DriverHost.class.getName(), driver));
        Process process = new ProcessBuilder(command)
                .redirectError(Redirect.DISCARD) // a native library may print what it reads from a card
                .start();
        Child child = new Child(driver, process);
        Thread.ofPlatform().daemon().name("host of " + driver).start(child::listen);
        LOG.info("The driver {} runs in process {}", driver, process.pid());
        return child;
    }

    boolean isGone() {
        return gone;
    }

    Call call() {
        Call call = new Call();
        open.put(call.number, call);
        if (gone) {
            call.news.add(Optional.empty());
        }
        return call;
    }

    /** Asks one thing; a process that does not answer in time is killed. */
    FromHost ask(Function<Long, ToHost> question, Duration patience) throws DeviceFault, InterruptedException {
        try (Call call = call()) {
            call.say(question.apply(call.number));
            boolean young = System.nanoTime() - started < TIME_TO_START.toNanos();
            Optional<FromHost> answer = call.next(young ? patience.plus(TIME_TO_START) : patience);
            if (answer.isEmpty()) {
                LOG.warn("The driver {} does not answer; its process is killed", driver);
                kill();
                throw lost();
            }
            return answer.get();
        }
    }

    void kill() {
        process.destroyForcibly();
    }

    DeviceFault lost() {
        return new DeviceFault(Trouble.DRIVER_LOST, "the process of " + driver + " ended or hung");
    }

    private void listen() {
        try (InputStream in = new BufferedInputStream(process.getInputStream())) {
            while (true) {
                Optional<FromHost> said = Frames.read(in, FromHost.class);
                if (said.isEmpty()) {
                    break;
                }
                Call call = open.get(said.get().call());
                if (call != null) {
                    call.news.add(said);
                }
            }
        } catch (IOException | RuntimeException broken) {
            LOG.debug("The process of {} broke", driver, broken);
        } finally {
            kill();
            gone = true;
            open.values().forEach(call -> call.news.add(Optional.empty()));
        }
    }
}
