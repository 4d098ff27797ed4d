package org.virtualwindow.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every link, method and test that a page names is there, and every dependency has its reason. */
class DocumentsTest {
    private static final Tree TREE = Tree.at(Path.of("..").toAbsolutePath().normalize());

    @Test
    void whatAPageNamesIsThere() {
        assertThat(TREE.pages()).hasSizeGreaterThan(15);
        assertThat(TREE.pages()).flatMap(Page::faults).isEmpty();
    }

    @Test
    void everyDependencyHasItsReason() {
        String reasons = Tree.read(TREE.root().resolve("docs/dependencies.md"));
        assertThat(dependencies())
                .hasSizeGreaterThan(25)
                .allSatisfy(dependency -> assertThat(reasons).contains("`" + dependency));
    }

    @Test
    void everyThreadOfOursIsAmongThreadsAndQueues() {
        List<String> threads = inServer("\\.name\\(\"([\\w-]+)\"");
        String page = Tree.read(TREE.root().resolve("docs/CONCURRENCY.md"));
        assertThat(threads).hasSizeGreaterThan(6);
        assertThat(threads).allSatisfy(name -> assertThat(page).contains("`" + name));
    }

    @Test
    void everyKindOfMailboxIsToldToOperators() {
        List<String> kinds = inServer("(?:new Load\\([^;]*?registry[^;]*?|\\.(?:load|mailbox|slow)\\()\"(\\w+)\"");
        String page = Tree.read(TREE.root().resolve("docs/operations/README.md"));
        assertThat(kinds).hasSizeGreaterThan(8);
        assertThat(kinds).allSatisfy(kind -> assertThat(page).contains("`" + kind + "`"));
    }

    /** What stands in the first group wherever the server's main sources match. */
    private static List<String> inServer(String pattern) {
        Path sources = TREE.root().resolve("signaling-server/src/main/java");
        return TREE.files().stream()
                .filter(file -> file.startsWith(sources) && file.toString().endsWith(".java"))
                .flatMap(file -> names(Tree.read(file), pattern).stream())
                .distinct()
                .toList();
    }

    @Test
    void whatIsNotThereIsFound(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("Desk.java"), "class Desk { void tell() {} }");
        Files.writeString(folder.resolve("other.md"), "# A heading, here\n");
        Files.writeString(folder.resolve("page.md"), """
            [fine](other.md#a-heading-here) [`Desk`](Desk.java)`#tell` `Desk#te…` [far](https://example.org/x)
            [gone](gone.md) [no heading](other.md#another) [`Desk`](Desk.java)`#say` `Desk#hear` `Window#open`
            """);
        assertThat(Tree.at(folder).pages())
                .flatMap(Page::faults)
                .containsExactly(
                        "page.md links to gone.md, which is not there",
                        "page.md links to other.md#another, which has no such heading",
                        "page.md names Desk.java#say, which is not there",
                        "page.md names Desk#hear, which is not there",
                        "page.md names Window#open, which is not there");
    }

    /** The names of what the parent pom lists and of what the pages' packages ask for, our own modules left out. */
    private static List<String> dependencies() {
        List<String> artifacts = names(
                Tree.read(TREE.root().resolve("pom.xml")),
                "<dependency>\\s*<groupId>(?!org\\.virtualwindow).*?</groupId>\\s*<artifactId>([^<$]+)");
        List<String> packages = TREE.named("package.json").stream()
                .flatMap(file -> names(Tree.read(file), "\"([\\w@/-]+)\": \"\\d[^\"]*\"").stream())
                .toList();
        return Stream.concat(artifacts.stream(), packages.stream()).distinct().toList();
    }

    private static List<String> names(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
