package org.virtualwindow.kiosk.driver.rig;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.disabled;
import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** Outside the namespace, runs the class inside it once and says of each test what became of it there; inside, does nothing. */
final class NamespaceExtension implements ExecutionCondition, BeforeAllCallback, InvocationInterceptor {
    private static final Namespace HERE = Namespace.create(NamespaceExtension.class);
    private static final boolean INSIDE = Boolean.getBoolean(NamespaceMain.INSIDE);
    private static final List<String> UNSHARE =
            List.of("unshare", "--net", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc");
    private static final String THEN =
            "mount -t tmpfs tmpfs /run && mount -t tmpfs tmpfs /dev/shm && ip link set lo up && exec \"$@\"";
    private static final int LONGEST_MINUTES = 3;

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (INSIDE || context.getTestMethod().isEmpty()) {
            return enabled("");
        }
        return missing(context.getRequiredTestClass()).map(why -> disabled(why)).orElseGet(() -> enabled(""));
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        if (INSIDE) {
            return;
        }
        Class<?> tests = context.getRequiredTestClass();
        Optional<String> missing = missing(tests);
        if (missing.isPresent()) {
            long many = Arrays.stream(tests.getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(Test.class))
                    .count();
            System.out.println(tests.getSimpleName() + ": " + many + " tests skipped, " + missing.get());
            return;
        }
        Path outcomes = Files.createTempFile("outcomes", null);
        try {
            context.getStore(HERE).put("outcomes", run(tests, outcomes));
        } finally {
            Files.deleteIfExists(outcomes);
        }
    }

    private static Map<String, NamespaceMain.Outcome> run(Class<?> tests, Path outcomes)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(UNSHARE);
        command.addAll(List.of("sh", "-c", THEN, "sh"));
        command.addAll(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-D" + NamespaceMain.INSIDE + "=true",
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                NamespaceMain.class.getName(),
                tests.getName(),
                outcomes.toString()));
        Process inside = new ProcessBuilder(command).inheritIO().start();
        try {
            if (!inside.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
                throw new IllegalStateException(tests + " did not end within " + LONGEST_MINUTES + " minutes");
            }
            return NamespaceMain.read(outcomes);
        } finally {
            inside.destroyForcibly();
        }
    }

    /** Why the tests cannot run here. */
    private static Optional<String> missing(Class<?> tests) {
        Stream<String> needs = Stream.concat(
                Stream.of("unshare:util-linux", "ip:iproute2"),
                Arrays.stream(tests.getAnnotation(InNamespace.class).needs()));
        List<String> packages = needs.map(need -> need.split(":"))
                .filter(need -> !isThere(need[0]))
                .map(need -> need[1])
                .distinct()
                .toList();
        if (!packages.isEmpty()) {
            return Optional.of("missing: apt-get install " + String.join(" ", packages));
        }
        return MAY_UNSHARE ? Optional.empty() : Optional.of("missing: root, or leave to make namespaces (unshare)");
    }

    private static boolean isThere(String program) {
        return program.startsWith("/")
                ? Files.exists(Path.of(program))
                : Stream.of("/usr/bin", "/usr/sbin", "/bin", "/sbin")
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static final boolean MAY_UNSHARE = mayUnshare();

    private static boolean mayUnshare() {
        List<String> command = new ArrayList<>(UNSHARE);
        command.addAll(List.of("sh", "-c", THEN, "sh", "true"));
        try {
            Process tried = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return tried.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> test, ReflectiveInvocationContext<Method> what, ExtensionContext context)
            throws Throwable {
        if (INSIDE) {
            test.proceed();
            return;
        }
        test.skip();
        @SuppressWarnings("unchecked")
        Map<String, NamespaceMain.Outcome> outcomes = context.getStore(HERE).get("outcomes", Map.class);
        NamespaceMain.Outcome outcome = outcomes.get(context.getUniqueId());
        if (outcome == null) {
            throw new AssertionError("It did not come to an end in the namespace; see what was printed above");
        }
        outcome.repeat();
    }

    @Override
    public void interceptBeforeAllMethod(
            Invocation<Void> before, ReflectiveInvocationContext<Method> what, ExtensionContext context)
            throws Throwable {
        onlyInside(before);
    }

    @Override
    public void interceptBeforeEachMethod(
            Invocation<Void> before, ReflectiveInvocationContext<Method> what, ExtensionContext context)
            throws Throwable {
        onlyInside(before);
    }

    @Override
    public void interceptAfterEachMethod(
            Invocation<Void> after, ReflectiveInvocationContext<Method> what, ExtensionContext context)
            throws Throwable {
        onlyInside(after);
    }

    @Override
    public void interceptAfterAllMethod(
            Invocation<Void> after, ReflectiveInvocationContext<Method> what, ExtensionContext context)
            throws Throwable {
        onlyInside(after);
    }

    private static void onlyInside(Invocation<Void> invocation) throws Throwable {
        if (INSIDE) {
            invocation.proceed();
        } else {
            invocation.skip();
        }
    }
}
