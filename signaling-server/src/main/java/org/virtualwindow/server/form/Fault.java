package org.virtualwindow.server.form;

import org.virtualwindow.protocol.values.LocalText;

/**
 * One thing that is wrong with an item package, for people who write one.
 *
 * @param place like {@code /rules/total/to}; empty where the file as a whole is meant
 */
public record Fault(String place, LocalText reason) {
    public static Fault at(String place, String zh, String en) {
        return new Fault(place, new LocalText(zh, en));
    }

    public static Fault ofFile(String zh, String en) {
        return at("", zh, en);
    }

    /** As the console says it. */
    @Override
    public String toString() {
        return place.isEmpty() ? reason.en() : place + ": " + reason.en();
    }
}
