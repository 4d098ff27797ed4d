package org.virtualwindow.server.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was given, read as what its key means; where that cannot be done it is said who wrote what where. */
final class Values {
    private static final Pattern TIME = Pattern.compile("(\\d{1,9}) *(ms|s|min|h)");

    private final Map<Key, Given> given;

    Values(Map<Key, Given> given) {
        this.given = given;
    }

    List<String> all(Key key) {
        Given chosen = given.get(key);
        return chosen == null ? List.of() : chosen.values();
    }

    Optional<String> one(Key key) {
        Given chosen = given.get(key);
        if (chosen != null && chosen.values().size() > 1) {
            throw chosen.refused(key, "wants one value");
        }
        return all(key).stream().findFirst();
    }

    int number(Key key, int usual, int least, int most) {
        return read(
                key,
                usual,
                text -> {
                    try {
                        int number = Integer.parseInt(text);
                        return number >= least && number <= most ? Optional.of(number) : Optional.empty();
                    } catch (NumberFormatException e) {
                        return Optional.empty();
                    }
                },
                "a number from %d to %d".formatted(least, most));
    }

    boolean truth(Key key, boolean usual) {
        return read(
                key,
                usual,
                text -> text.equals("true") || text.equals("false")
                        ? Optional.of(text.equals("true"))
                        : Optional.empty(),
                "true or false");
    }

    Duration time(Key key, Duration usual) {
        return read(key, usual, Values::time, "a time like 500 ms, 20 s, 3 min or 4 h");
    }

    private static Optional<Duration> time(String text) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(time.group(1));
        Duration read = switch (time.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "min" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
        return read.isZero() ? Optional.empty() : Optional.of(read);
    }

    <T> T read(Key key, T usual, Function<String, Optional<T>> reader, String wanted) {
        return one(key).map(text -> read(key, text, reader, wanted)).orElse(usual);
    }

    <T> T read(Key key, String text, Function<String, Optional<T>> reader, String wanted) {
        return reader.apply(text).orElseThrow(() -> refused(key, "wants %s, not \"%s\"".formatted(wanted, text)));
    }

    Optional<Path> file(Key key) {
        return one(key).map(
                        name -> Objects.requireNonNull(given.get(key)).folder().resolve(name));
    }

    Optional<String> secret(Key key) {
        return file(key).map(file -> {
            try {
                return Files.readString(closed(key, file)).strip();
            } catch (IOException e) {
                throw refused(key, "names %s, which cannot be read".formatted(file));
            }
        });
    }

    /** A secret that everybody on the machine can read is none. */
    Path closed(Key key, Path file) {
        try {
            var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
            if (view != null && view.readAttributes().permissions().contains(PosixFilePermission.OTHERS_READ)) {
                throw refused(key, "names %s, which others can read: chmod o= %1$s".formatted(file));
            }
            return file;
        } catch (IOException e) {
            throw refused(key, "names %s, which cannot be read".formatted(file));
        }
    }

    /** A configuration file is read by many and kept in many places: no secret stands in it. */
    void refuseSecretIn(Key key, String secret, Key instead) {
        Given chosen = given.get(key);
        if (chosen != null
                && chosen.isOfFile()
                && Pattern.compile(secret).matcher(one(key).orElse("")).find()) {
            throw chosen.refused(
                    key, "must not hold a secret: put it into a file and name that in " + instead.written());
        }
    }

    private Refusal refused(Key key, String why) {
        return Objects.requireNonNull(given.get(key)).refused(key, why);
    }
}
