package org.virtualwindow.server.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.ServiceItemId;

/** What somebody answers in March 2026 who has everything at hand: nothing is missing, nothing is wrong. */
public final class WholeAnswers {
    private static final CentreId NANXUN = new CentreId("330503");
    private static final String NOT_ASKED = "- ";

    private WholeAnswers() {}

    /** As Nanxun asks for it. */
    public static String to(ServiceItemId item) {
        return to(item, NANXUN);
    }

    /**
     * {@code stories/ITEM.txt}: lines of a path and what is written there, in an order in which each field is asked for by the time it
     * is written. {@code stories/CENTRE/ITEM.txt}: what is answered otherwise there, or besides; what is not asked there has a dash
     * in front.
     */
    public static String to(ServiceItemId item, CentreId owner) {
        Map<String, String> answers = new LinkedHashMap<>();
        String nanxun = "/stories/" + item.value() + ".txt";
        addTo(answers, Objects.requireNonNull(read(nanxun), nanxun));
        String otherwise = read("/stories/" + owner.value() + "/" + item.value() + ".txt");
        if (otherwise != null) {
            addTo(answers, otherwise);
        }
        return answers.entrySet().stream()
                .map(answer -> answer.getKey() + " " + answer.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static void addTo(Map<String, String> answers, String lines) {
        for (String line : lines.lines().toList()) {
            if (line.startsWith(NOT_ASKED)) {
                answers.remove(line.substring(NOT_ASKED.length()));
            } else {
                String[] parts = line.split(" ", 2);
                answers.put(parts[0], parts[1]);
            }
        }
    }

    private static @Nullable String read(String name) {
        try (InputStream file = WholeAnswers.class.getResourceAsStream(name)) {
            return file == null ? null : new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
