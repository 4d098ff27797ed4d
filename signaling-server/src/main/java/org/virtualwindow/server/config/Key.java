package org.virtualwindow.server.config;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/** Every key of a configuration file; the sample in {@code docs/operations} says what each is for. */
public enum Key {
    PORT("port"),
    DATA("data"),
    ITEMS("items"),
    DEMO("demo"),
    DAILY_TEST_PAGE("daily-test-page"),
    BLOB_KEY("blob-key-file"),
    HTTPS_SELF("https.self"),
    HTTPS_CERTIFICATE("https.certificate-file"),
    HTTPS_KEY("https.key-file"),
    DATABASE_URL("database.url"),
    DATABASE_USER("database.user"),
    DATABASE_PASSWORD("database.password-file"),
    DESK_RING("desk.ring"),
    DESK_GRACE("desk.grace"),
    DESK_LONGEST_LINE("desk.longest-line"),
    DESK_TYPICAL_CALL("desk.typical-call"),
    DESK_LONG_WAIT("desk.long-wait"),
    CONNECTION_MESSAGES("connection.messages-per-second"),
    CONNECTION_BURST("connection.burst"),
    CONNECTION_SILENCE("connection.silence"),
    CONNECTION_SILENCE_IN_CALL("connection.silence-in-call"),
    MEDIA_MODE("media.mode"),
    MEDIA_KURENTO("media.kurento.uris"),
    TURN_URLS("turn.urls"),
    TURN_SECRET("turn.secret-file"),
    TURN_VALID("turn.valid-for"),
    LICENCE_URL("licence.url"),
    LICENCE_TOKEN("licence.token-file"),
    LICENCE_TIMEOUT("licence.timeout");

    private final String written;

    Key(String written) {
        this.written = written;
    }

    /** As it stands in a file. */
    public String written() {
        return written;
    }

    static Optional<Key> of(String written) {
        return Arrays.stream(values())
                .filter(key -> key.written.equals(written))
                .findFirst();
    }

    /** What somebody who wrote this may have meant; empty where nothing is like it. */
    static Optional<Key> like(String written) {
        return Arrays.stream(values())
                .min(Comparator.comparing(key -> distance(key.written, written)))
                .filter(key -> distance(key.written, written) <= Math.max(2, key.written.length() / 3));
    }

    /** How many letters must be put in, left out or changed (Levenshtein). */
    static int distance(String one, String other) {
        int[] above = new int[other.length() + 1];
        Arrays.setAll(above, column -> column);
        for (int row = 1; row <= one.length(); row++) {
            int[] now = new int[above.length];
            now[0] = row;
            for (int column = 1; column < now.length; column++) {
                int changed = above[column - 1] + (one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1);
                now[column] = Math.min(changed, 1 + Math.min(above[column], now[column - 1]));
            }
            above = now;
        }
        return above[other.length()];
    }
}
