package org.virtualwindow.benchmarks;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.virtualwindow.protocol.RoomMessage.FormView;
import org.virtualwindow.protocol.ServiceItem;
import org.virtualwindow.protocol.json.WireCodec;
import org.virtualwindow.protocol.values.FieldPath;
import org.virtualwindow.protocol.values.Issue;
import org.virtualwindow.protocol.values.Role;
import org.virtualwindow.server.form.FormState;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lets the server and the browsers' code work out the same generated forms, and looks where they differ. */
final class Evaluators {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path bundle;

    private Evaluators(Path bundle) {
        this.bundle = bundle;
    }

    /** @param differences what differs, the first few forms of it */
    record Outcome(int forms, List<String> differences, List<Long> javaNanos, List<Long> browserNanos) {}

    /** Puts the browsers' code together for Node.js. */
    static Evaluators build(Path home, Path folder) throws IOException, InterruptedException {
        Process vite = new ProcessBuilder(
                        home.resolve("node_modules/.bin/vite").toString(),
                        "build",
                        "--ssr",
                        home.resolve("benchmarks/src/main/node/evaluate.mjs").toString(),
                        "--outDir",
                        folder.toString(),
                        "--logLevel",
                        "error")
                .directory(home.resolve("web-kit").toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(vite.getInputStream().readAllBytes());
        if (vite.waitFor() != 0) {
            throw new IOException("vite: " + said);
        }
        // Only the name tells Node.js that it is a module.
        return new Evaluators(Files.move(folder.resolve("evaluate.js"), folder.resolve("evaluate.mjs")));
    }

    Outcome compare(ServiceItem item, int forms, long seed) throws IOException, InterruptedException {
        GeneratedForm generated = new GeneratedForm(seed);
        Outcome outcome = new Outcome(forms, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Process node = new ProcessBuilder("node", bundle.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedWriter to = node.outputWriter();
                BufferedReader from = node.inputReader()) {
            say(to, WireCodec.encode(item));
            for (int i = 0; i < forms; i++) {
                FormState form = generated.of(item);
                Ours ours = ours(form, outcome.javaNanos());
                say(to, WireCodec.encode(asked(form, ours)));
                String answer = from.readLine();
                if (answer == null) {
                    throw new IOException("the browsers' evaluator ended");
                }
                JsonNode theirs = JSON.readTree(answer);
                outcome.browserNanos().add(theirs.path("nanos").asLong());
                differ(ours, theirs).ifPresent(outcome.differences()::add);
            }
        }
        node.waitFor(10, TimeUnit.SECONDS);
        return outcome;
    }

    /**
     * @param issues those that both can find, as {@code path code arguments}
     * @param wrong where one of the server's validators found something
     */
    private record Ours(Set<String> shown, Map<String, String> filed, Set<String> issues, Set<String> wrong) {}

    private static Ours ours(FormState form, List<Long> nanos) {
        long began = System.nanoTime();
        List<Issue> issues = form.issues();
        List<FieldPath> shown = form.shown();
        Map<String, String> filed = form.filed();
        nanos.add(System.nanoTime() - began);
        return new Ours(
                shown.stream().map(FieldPath::value).collect(Collectors.toCollection(TreeSet::new)),
                filed,
                issues.stream()
                        .filter(Evaluators::byRule)
                        .map(issue -> issue.path() + " " + issue.code() + " " + new TreeMap<>(issue.args()))
                        .collect(Collectors.toCollection(TreeSet::new)),
                issues.stream()
                        .filter(issue -> !byRule(issue))
                        .map(issue -> issue.path().value())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static boolean byRule(Issue issue) {
        return issue.code().startsWith("rule.")
                || issue.code().equals("required")
                || issue.code().equals("choice.notHere");
    }

    private static Map<String, Object> asked(FormState form, Ours ours) {
        FormView view = form.view(Role.APPLICANT);
        return Map.of(
                "values",
                view.fields().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, each -> each.getValue().value())),
                "rows",
                view.rows(),
                "today",
                form.today().toString(),
                "wrong",
                ours.wrong());
    }

    private static Optional<String> differ(Ours ours, JsonNode theirs) {
        Set<String> shown = texts(theirs.path("shown"));
        Map<String, String> filed = theirs.path("filed").properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().asString()));
        Set<String> issues = theirs.path("issues")
                .valueStream()
                .map(issue ->
                        issue.path("path").asString() + " " + issue.path("code").asString() + " "
                                + issue.path("args").properties().stream()
                                        .collect(Collectors.toMap(
                                                Map.Entry::getKey,
                                                each -> each.getValue().asString(),
                                                (one, _) -> one,
                                                TreeMap::new)))
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> all = new ArrayList<>();
        difference("shown", ours.shown(), shown).ifPresent(all::add);
        difference("filed", ours.filed().entrySet(), filed.entrySet()).ifPresent(all::add);
        difference("issues", ours.issues(), issues).ifPresent(all::add);
        return all.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", all));
    }

    private static <T> Optional<String> difference(String what, Set<T> server, Set<T> browser) {
        Set<T> here = new LinkedHashSet<>(server);
        here.removeAll(browser);
        Set<T> there = new LinkedHashSet<>(browser);
        there.removeAll(server);
        return here.isEmpty() && there.isEmpty()
                ? Optional.empty()
                : Optional.of(what + ": only the server " + here + ", only the browser " + there);
    }

    private static Set<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).collect(Collectors.toCollection(TreeSet::new));
    }

    private static void say(BufferedWriter to, String line) throws IOException {
        to.write(line);
        to.newLine();
        to.flush();
    }
}
