package org.virtualwindow.server.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.virtualwindow.protocol.ids.ServiceItemId;

/** What somebody answers in Nanxun in March 2026 who has everything at hand: nothing is missing, nothing is wrong. */
public final class WholeAnswers {
    private WholeAnswers() {}

    /**
     * {@code stories/ITEM.txt}: lines of a path and what is written there, in an order in which each field is asked for by the
     * time it is written.
     */
    public static String to(ServiceItemId item) {
        String name = "/stories/" + item.value() + ".txt";
        try (InputStream file = Objects.requireNonNull(WholeAnswers.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
