package org.virtualwindow.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.SequencedMap;
import org.virtualwindow.protocol.json.WireCodec;

/** Identity cards to try everything with, by what messages call them. Their numbers are well formed and nobody's. */
public final class DemoCards {
    private static final SequencedMap<String, IdentityDocument> ALL =
            Collections.unmodifiableSequencedMap(read().cards());

    private DemoCards() {}

    private record Cards(LinkedHashMap<String, IdentityDocument> cards) {}

    public static SequencedMap<String, IdentityDocument> all() {
        return ALL;
    }

    private static Cards read() {
        try (InputStream file = DemoCards.class.getResourceAsStream("demo-cards.json")) {
            return WireCodec.read(Objects.requireNonNull(file).readAllBytes(), Cards.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
