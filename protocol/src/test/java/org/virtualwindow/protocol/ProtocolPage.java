package org.virtualwindow.protocol;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Writes {@code docs/protocol.md} from the records' comments and golden samples. */
final class ProtocolPage {
    private static final Path SOURCES = Path.of("src/main/java/org/virtualwindow/protocol");
    private static final Path SAMPLES = Path.of("src/test/resources/wire");

    private final Map<String, String> comments = new TreeMap<>();
    private final Set<Class<?>> told = new LinkedHashSet<>();
    private final StringBuilder page = new StringBuilder();

    String write() throws IOException {
        readComments();
        line("# The protocol");
        line("");
        line("Written from the records of the `protocol` module and their golden samples; change those instead,"
                + " then run");
        line("`mvn -q -pl protocol test -Dtest=WireFormatTest -Dsamples=write`.");
        line("");
        line("WebSocket, subprotocol `virtual-window.v1`, one JSON object a message; `type` is the record's name."
                + " At `/ws/kiosk`");
        line("the server reads `FromKiosk` and answers `ToKiosk`; `/ws/clerk`, `/ws/hall` and `/ws/device`"
                + " likewise. Times are");
        line("milliseconds since 1970. A component that may be absent is marked `?`. Unknown components are"
                + " ignored, an unknown");
        line("type is answered with `NotUnderstood`, what is not one JSON object closes the connection with 4400.");
        Stream.of(
                        FromKiosk.class,
                        FromClerk.class,
                        FromHall.class,
                        FromDevice.class,
                        ToKiosk.class,
                        ToClerk.class,
                        ToHall.class,
                        ToDevice.class,
                        RoomEvent.class)
                .forEach(this::root);
        closeCodes();
        return page.toString();
    }

    private void root(Class<?> root) {
        line("");
        line("## " + root.getSimpleName());
        line("");
        line(comment(root));
        leaves(root).forEach(this::message);
    }

    private void message(Class<?> record) {
        line("");
        if (!told.add(record)) {
            line("`" + record.getSimpleName() + "`: see above.");
            return;
        }
        line("### " + record.getSimpleName());
        line("");
        String comment = comment(record);
        if (!comment.isEmpty()) {
            line(comment);
            line("");
        }
        line("`{ " + components(record) + " }`");
        line("");
        line("```json");
        line(sample(record));
        line("```");
    }

    private static String components(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .map(component -> {
                    String type = component.getGenericType().getTypeName().replaceAll("[a-zA-Z]+[.$]", "");
                    boolean optional = type.startsWith("Optional<");
                    return component.getName() + (optional ? "?" : "") + ": "
                            + (optional ? type.substring(9, type.length() - 1) : type);
                })
                .collect(Collectors.joining("; "));
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses())
                        .flatMap(ProtocolPage::leaves)
                        .distinct()
                : Stream.of(type);
    }

    private void closeCodes() {
        line("");
        line("## Close codes");
        line("");
        line("| Code | Name | Meaning |");
        line("|---|---|---|");
        for (CloseCode code : CloseCode.values()) {
            line("| " + code.code() + " | `" + code.name() + "` | "
                    + comments.getOrDefault("CloseCode." + code.name(), "") + " |");
        }
    }

    private static String sample(Class<?> record) {
        try {
            return Files.readString(SAMPLES.resolve(record.getSimpleName() + ".json"))
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String comment(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return comments.getOrDefault((outer == null ? "" : outer.getSimpleName() + ".") + type.getSimpleName(), "");
    }

    private void readComments() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> sources = Files.list(SOURCES)) {
            List<Path> java =
                    sources.filter(path -> path.toString().endsWith(".java")).toList();
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, diagnostic -> {}, List.of(), null, files.getJavaFileObjectsFromPaths(java));
            DocTrees trees = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                new Comments(trees).scan(unit, "");
            }
        }
    }

    private void line(String text) {
        page.append(text).append('\n');
    }

    /** Collects comments by {@code Outer.Name}. */
    private final class Comments extends TreePathScanner<Void, String> {
        private final DocTrees trees;

        Comments(DocTrees trees) {
            this.trees = trees;
        }

        @Override
        public Void visitClass(ClassTree tree, String outer) {
            String name = outer + tree.getSimpleName();
            put(name, getCurrentPath());
            String prefix = outer.isEmpty() ? tree.getSimpleName() + "." : outer;
            return super.visitClass(tree, prefix);
        }

        @Override
        public Void visitVariable(VariableTree tree, String outer) {
            if (getCurrentPath().getParentPath().getLeaf().getKind() == Tree.Kind.ENUM) {
                put(outer + tree.getName(), getCurrentPath());
            }
            return null;
        }

        private void put(String name, TreePath path) {
            DocCommentTree comment = trees.getDocCommentTree(path);
            if (comment != null) {
                comments.put(name, plain(comment));
            }
        }

        private static String plain(DocCommentTree comment) {
            String text = comment.getFullBody().stream().map(Object::toString).collect(Collectors.joining());
            String tags = comment.getBlockTags().stream()
                    .map(tag -> "\n\n`" + tag.toString().replaceFirst("@param (\\S+) ", "$1`: "))
                    .collect(Collectors.joining());
            return unescaped(text + tags)
                    .replaceAll("\\{@(?:link|code)\\s+#?(?:[\\w.]+#)?([^}\\s]+)\\s*}", "`$1`")
                    .replaceAll("\\{@code ([^}]*)}", "`$1`")
                    .replaceAll("<p>", "")
                    .replaceAll("[ \\t]*\\R[ \\t]*(?!\\R)(?=\\S)", "\n")
                    .strip();
        }

        /** The compiler's trees print what is not ASCII as it would stand in a class file. */
        private static String unescaped(String text) {
            return Pattern.compile("\\\\u([0-9a-f]{4})")
                    .matcher(text)
                    .replaceAll(found -> Character.toString(Integer.parseInt(found.group(1), 16)));
        }
    }
}
