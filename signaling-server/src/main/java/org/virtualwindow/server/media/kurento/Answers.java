package org.virtualwindow.server.media.kurento;

import java.util.List;

/** What an answer says of an offer. */
final class Answers {
    private static final String REFUSED = "0";

    private Answers() {}

    /** Kurento answers an offer without a codec it knows with a medium on port 0, and calls that a success. */
    static boolean refusesAny(String offer, String answer) {
        List<String> wanted = media(offer);
        List<String> given = media(answer);
        if (given.size() < wanted.size()) {
            return true;
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (!port(wanted.get(i)).equals(REFUSED) && port(given.get(i)).equals(REFUSED)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> media(String sdp) {
        return sdp.lines().filter(line -> line.startsWith("m=")).toList();
    }

    private static String port(String medium) {
        String[] words = medium.split(" ", -1);
        return words.length > 1 ? words[1] : REFUSED;
    }
}
