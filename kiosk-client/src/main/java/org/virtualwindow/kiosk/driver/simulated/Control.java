package org.virtualwindow.kiosk.driver.simulated;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.virtualwindow.kiosk.driver.Settings;

/** What a folder says about simulated devices, and else the settings: somebody lays a card or pulls a plug by writing a file. */
final class Control {
    private final Settings settings;

    Control(Settings settings) {
        this.settings = settings;
    }

    /** What the file of this name says, or else the setting; empty where neither does. */
    Optional<String> word(String name) {
        Optional<Path> file =
                settings.get("control").map(folder -> Path.of(folder, name)).filter(Files::isRegularFile);
        if (file.isEmpty()) {
            return settings.get(name);
        }
        try {
            return Optional.of(Files.readString(file.get()).strip()).filter(word -> !word.isEmpty());
        } catch (IOException halfWritten) {
            return Optional.empty();
        }
    }

    /** What the file of this name holds; empty where there is none. */
    Optional<byte[]> file(String name) {
        Optional<Path> file =
                settings.get("control").map(folder -> Path.of(folder, name)).filter(Files::isRegularFile);
        try {
            return file.isEmpty() ? Optional.empty() : Optional.of(Files.readAllBytes(file.get()));
        } catch (IOException halfWritten) {
            return Optional.empty();
        }
    }

    List<String> words(String name) {
        return word(name).map(words -> Arrays.asList(words.split("[\\s,]+"))).orElse(List.of());
    }
}
