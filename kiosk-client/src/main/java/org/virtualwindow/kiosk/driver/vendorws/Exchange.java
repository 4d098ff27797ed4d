package org.virtualwindow.kiosk.driver.vendorws;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.virtualwindow.kiosk.driver.DeviceFault;
import org.virtualwindow.kiosk.driver.Settings;
import org.virtualwindow.protocol.values.Trouble;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What the configuration says of one kind of question: what is asked, and what an answer means. */
record Exchange(String kind, Settings settings) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What an answer is. */
    sealed interface Meaning {
        record Done() implements Meaning {}

        /** @param forWhom what somebody has to mend first */
        record Wait(Optional<Trouble> forWhom) implements Meaning {}

        /** Without the service's own word, which may be anything, like somebody's name. */
        record Failed(Trouble why) implements Meaning {}
    }

    Optional<String> setting(String name) {
        return settings.get(kind + "." + name);
    }

    Duration patience() {
        return Duration.ofSeconds(setting("seconds").map(Long::valueOf).orElse(30L));
    }

    /** The question or the cancelling, with what is asked for filled in as it stands inside a JSON text. */
    Optional<String> filled(String name, Map<String, String> values) {
        return setting(name).map(template -> {
            String text = template;
            for (var value : values.entrySet()) {
                String quoted = JSON.writeValueAsString(value.getValue());
                text = text.replace("${" + value.getKey() + "}", quoted.substring(1, quoted.length() - 1));
            }
            return text;
        });
    }

    /** @throws DeviceFault {@link Trouble#MALFORMED} */
    static JsonNode parse(String message) throws DeviceFault {
        try {
            return JSON.readTree(message);
        } catch (JacksonException notJson) {
            throw new DeviceFault(Trouble.MALFORMED, "an answer that is no JSON");
        }
    }

    /** Whether it answers this question, as far as it says which. */
    boolean isFor(JsonNode answer, String id) {
        return setting("id")
                .flatMap(pointer -> text(answer, pointer))
                .map(id::equals)
                .orElse(true);
    }

    Meaning meaning(JsonNode answer) {
        Optional<String> pointer = setting("status");
        if (pointer.isEmpty()) {
            return new Meaning.Done();
        }
        String word = text(answer, pointer.get()).orElse("");
        if (words("ok").contains(word)) {
            return new Meaning.Done();
        }
        Optional<Trouble> trouble =
                setting("trouble." + word).map(name -> Trouble.valueOf(name.toUpperCase(Locale.ROOT)));
        if (words("wait").contains(word)) {
            return new Meaning.Wait(trouble);
        }
        return new Meaning.Failed(trouble.orElse(Trouble.IO_ERROR));
    }

    private List<String> words(String name) {
        return setting(name)
                .map(words -> Arrays.stream(words.split(",")).map(String::strip).toList())
                .orElse(List.of());
    }

    /** What stands at the place, where it is a text or a number. */
    static Optional<String> text(JsonNode answer, String pointer) {
        JsonNode there = answer.at(pointer);
        return there.isValueNode() && !there.isNull() ? Optional.of(there.asString()) : Optional.empty();
    }
}
