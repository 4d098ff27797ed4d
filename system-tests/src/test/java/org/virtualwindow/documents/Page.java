package org.virtualwindow.documents;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of the documentation and what it says about the tree: the files it links to, the methods and tests it names. */
record Page(Tree tree, Path file, String text) {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern FENCE = Pattern.compile("(?ms)^```.*?^```");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.+)$");
    /** {@code [`Desk`](…/Desk.java)`#tell`}: the member follows the link to its file. */
    private static final Pattern MEMBER_OF_LINK = Pattern.compile("\\]\\(([^)\\s#]+)\\)`#(\\w+)(…?)`");
    /** {@code `Desk#tell`}; an ellipsis stands for the rest of a long name. */
    private static final Pattern MEMBER = Pattern.compile("`([A-Z]\\w+)#(\\w+)(…?)`");

    /** What is not so, each as a sentence. */
    List<String> faults() {
        String prose = FENCE.matcher(text).replaceAll("");
        List<String> faults = new ArrayList<>();
        all(LINK, prose)
                .map(link -> link.group(1))
                .filter(link -> !link.contains("://"))
                .forEach(link -> {
                    String[] parts = link.split("#", 2);
                    Path to = parts[0].isEmpty() ? file : beside(parts[0]);
                    if (!Files.exists(to)) {
                        faults.add("links to %s, which is not there".formatted(link));
                    } else if (parts.length == 2 && !anchors(Tree.read(to)).contains(parts[1])) {
                        faults.add("links to %s, which has no such heading".formatted(link));
                    }
                });
        all(MEMBER_OF_LINK, prose)
                .filter(named -> Files.exists(beside(named.group(1))))
                .filter(named -> !has(beside(named.group(1)), named.group(2), named.group(3)))
                .forEach(named ->
                        faults.add("names %s#%s, which is not there".formatted(named.group(1), named.group(2))));
        all(MEMBER, prose)
                .filter(named -> tree.named(named.group(1) + ".java").stream()
                        .noneMatch(source -> has(source, named.group(2), named.group(3))))
                .forEach(named ->
                        faults.add("names %s#%s, which is not there".formatted(named.group(1), named.group(2))));
        return faults.stream()
                .map(fault -> tree.root().relativize(file) + " " + fault)
                .toList();
    }

    private Path beside(String link) {
        return file.resolveSibling(link).normalize();
    }

    private static boolean has(Path source, String member, String more) {
        String rest = more.isEmpty() ? "" : "\\w*";
        return Pattern.compile("\\b" + member + rest + "\\s*[(<]")
                .matcher(Tree.read(source))
                .find();
    }

    /** As the forges make them: lower case, hyphens for spaces, no punctuation. */
    private static List<String> anchors(String page) {
        return all(HEADING, page)
                .map(heading -> heading.group(1)
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .toList();
    }

    private static Stream<MatchResult> all(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }
}
