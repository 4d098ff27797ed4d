package org.virtualwindow.server.find;

import java.util.List;

/**
 * One thing that is said of an item.
 *
 * @param units its characters without breaks
 * @param sounds of each of them
 * @param letters those with which it can be typed, as bits
 */
record Phrase(Kind kind, String text, int[] units, List<Sounds> sounds, long letters) {
    private static final double AMIDST = 0.9;
    private static final double BY_SOUND = 0.7;

    /** What it is, and so how much it tells. */
    enum Kind {
        TITLE(1),
        WORD(1),
        SUMMARY(0.5),
        EVENT(0.5),
        /** Who decides, what is needed and what comes of it. */
        BESIDE(0.2);

        final double weight;

        Kind(double weight) {
            this.weight = weight;
        }

        boolean names() {
            return this == TITLE || this == WORD;
        }
    }

    static Phrase of(Kind kind, String text) {
        Words words = Words.of(text);
        Words joined = words.joined();
        List<Sounds> sounds = joined.sounds();
        long letters = joined.letters();
        for (Sounds each : sounds) {
            letters |= each.letters();
        }
        return new Phrase(kind, words.text(), joined.units(), sounds, letters);
    }

    int length() {
        return units.length;
    }

    /** A quick no for most of what {@link Typing} would find out slowly. */
    boolean mayBeTyped(Words typed) {
        return (typed.letters() & ~letters) == 0;
    }

    /**
     * How much of what was asked this is: the whole of it stands in what was asked, or what was asked stands in it. By sound a
     * little less.
     *
     * @param heard the sounds of what was asked
     * @return 0 to 1
     */
    double said(int[] asked, List<Sounds> heard) {
        if (asked.length == 0 || units.length == 0) {
            return 0;
        }
        if (units.length <= asked.length) {
            double best = 0;
            for (int from = 0; from + units.length <= asked.length; from++) {
                best = Math.max(best, same(units, sounds, asked, heard, from));
            }
            return best * Math.sqrt((double) units.length / asked.length);
        }
        double best = 0;
        for (int from = 0; from + asked.length <= units.length; from++) {
            best = Math.max(best, same(asked, heard, units, sounds, from) * (from == 0 ? 1 : AMIDST));
        }
        return best * Math.sqrt((double) asked.length / units.length);
    }

    private static double same(int[] part, List<Sounds> partSounds, int[] whole, List<Sounds> wholeSounds, int from) {
        double like = 1;
        for (int at = 0; at < part.length; at++) {
            if (part[at] != whole[from + at]) {
                if (!partSounds.get(at).isLike(wholeSounds.get(from + at))) {
                    return 0;
                }
                like = BY_SOUND;
            }
        }
        return like;
    }
}
