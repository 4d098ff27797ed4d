package org.virtualwindow.server.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Words that cannot be a company's own: read once, when {@link Catalog} loads, and never again. */
final class WordLists {
    private static final Set<String> PLACES = withShortForms(lines("items/places.txt"));
    private static final List<String> BANNED = lines("items/banned-words.txt");

    private WordLists() {}

    static Set<String> places() {
        return PLACES;
    }

    static List<String> banned() {
        return BANNED;
    }

    /** 松江区 also stands for 松江; with a {@code !} behind it the short form means something else, and is free. */
    private static Set<String> withShortForms(List<String> names) {
        Set<String> all = new LinkedHashSet<>();
        for (String name : names) {
            boolean whole = name.endsWith("!");
            String full = whole ? name.substring(0, name.length() - 1) : name;
            all.add(full);
            String shortForm = full.substring(0, full.length() - 1);
            if (!whole && shortForm.length() >= 2 && "省市区县".indexOf(full.charAt(full.length() - 1)) >= 0) {
                all.add(shortForm);
            }
        }
        return all;
    }

    /** The words of a file; {@code #} begins a line for the reader. */
    private static List<String> lines(String file) {
        try (InputStream in = WordLists.class.getClassLoader().getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + ": not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> List.of(line.strip().split("\\s+")).stream())
                    .filter(word -> !word.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
