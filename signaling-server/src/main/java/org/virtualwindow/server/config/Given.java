package org.virtualwindow.server.config;

import java.nio.file.Path;
import java.util.List;

/**
 * What somebody chose for a key.
 *
 * @param values more than one for a key that is a list
 * @param where an option's name, or a file and its line
 * @param folder from where a file that is named here is looked for
 */
record Given(List<String> values, String where, Path folder) {
    boolean isOfFile() {
        return !where.startsWith("--");
    }

    /** @param why the rest of a sentence that begins with the key */
    Refusal refused(Key key, String why) {
        return new Refusal("%s: %s %s.".formatted(where, key.written(), why));
    }
}
