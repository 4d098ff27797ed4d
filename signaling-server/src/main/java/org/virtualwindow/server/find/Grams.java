package org.virtualwindow.server.find;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pieces by which a text is found again although somebody said it otherwise. */
final class Grams {
    private static final double SINGLE = 0.3;
    private static final double BY_SOUND = 0.5;
    private static final int LETTERS = 3;

    private Grams() {}

    /** Pieces and how much each tells: pairs of characters, single ones, pairs by sound, three letters of a row. */
    static Map<String, Double> of(String text) {
        Map<String, Double> found = new LinkedHashMap<>();
        for (String run : Words.of(text).runs()) {
            int[] units = run.codePoints().toArray();
            for (int at = 0; at < units.length; at++) {
                if (!Sounds.isHan(units[at])) {
                    continue;
                }
                found.putIfAbsent(Character.toString(units[at]), SINGLE);
                if (at + 1 < units.length && Sounds.isHan(units[at + 1])) {
                    found.put(new String(units, at, 2), 1.0);
                    for (String sound : pairs(units[at], units[at + 1])) {
                        found.putIfAbsent(sound, BY_SOUND);
                    }
                }
            }
            for (String letters : letterRuns(run)) {
                rows(letters, found);
            }
        }
        return found;
    }

    /** What a text would be if it were typed in pinyin: found by rows of letters, so that a slip of a finger costs little. */
    static void typed(Phrase phrase, Map<String, Double> into) {
        StringBuilder letters = new StringBuilder();
        for (int at = 0; at < phrase.length(); at++) {
            List<String> readings = phrase.sounds().get(at).readings();
            letters.append(readings.isEmpty() ? "" : readings.getFirst());
        }
        rows(letters.toString(), into);
    }

    private static void rows(String letters, Map<String, Double> into) {
        String begun = "^" + letters;
        for (int at = 0; at + LETTERS <= begun.length(); at++) {
            into.putIfAbsent("#" + begun.substring(at, at + LETTERS), 1.0);
        }
    }

    private static List<String> pairs(int one, int other) {
        List<String> pairs = new ArrayList<>();
        for (String here : Sounds.of(one).loose()) {
            for (String there : Sounds.of(other).loose()) {
                pairs.add("~" + here + " " + there);
            }
        }
        return pairs;
    }

    private static List<String> letterRuns(String run) {
        List<String> runs = new ArrayList<>();
        StringBuilder so = new StringBuilder();
        run.chars().forEach(each -> {
            if (each < 0x80) {
                so.append((char) each);
            } else if (!so.isEmpty()) {
                runs.add(so.toString());
                so.setLength(0);
            }
        });
        if (!so.isEmpty()) {
            runs.add(so.toString());
        }
        return runs;
    }
}
