package org.virtualwindow.kiosk.driver;

import java.util.Map;
import java.util.Optional;

/** What the kiosk's configuration says to one driver: plain words by plain names. */
public record Settings(Map<String, String> values) {
    public static final Settings NONE = new Settings(Map.of());

    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    public String get(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }
}
