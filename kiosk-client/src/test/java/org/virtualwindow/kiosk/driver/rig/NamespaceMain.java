package org.virtualwindow.kiosk.driver.rig;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.opentest4j.TestAbortedException;

/** What runs inside: the tests of one class, writing what became of each into a file. */
final class NamespaceMain {
    static final String INSIDE = "virtualwindow.insideNamespace";

    private NamespaceMain() {}

    /** @param trace of the failure; empty where there is none */
    record Outcome(TestExecutionResult.Status status, String trace) {
        void repeat() {
            switch (status) {
                case SUCCESSFUL -> {}
                case ABORTED -> throw new TestAbortedException(trace);
                case FAILED -> throw new AssertionError("Inside the namespace: " + trace);
            }
        }
    }

    public static void main(String[] args) {
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(args[0]))
                .build();
        LauncherFactory.create().execute(request, new Writer(Path.of(args[1])));
        // threads that a failed test left behind must not hold this process
        System.exit(0);
    }

    static Map<String, Outcome> read(Path file) throws IOException {
        Map<String, Outcome> outcomes = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] part = line.split("\t", -1);
            String trace = new String(Base64.getDecoder().decode(part[2]), UTF_8);
            outcomes.put(part[0], new Outcome(TestExecutionResult.Status.valueOf(part[1]), trace));
        }
        return outcomes;
    }

    private record Writer(Path file) implements TestExecutionListener {
        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            StringWriter trace = new StringWriter();
            result.getThrowable().ifPresent(why -> why.printStackTrace(new PrintWriter(trace)));
            if (test.isContainer() && result.getThrowable().isPresent()) {
                System.err.println(trace);
            }
            String coded = Base64.getEncoder().encodeToString(trace.toString().getBytes(UTF_8));
            String line = test.getUniqueId() + "\t" + result.getStatus() + "\t" + coded + "\n";
            try {
                Files.writeString(file, line, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
