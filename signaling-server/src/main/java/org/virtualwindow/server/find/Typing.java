package org.virtualwindow.server.find;

import java.util.BitSet;
import java.util.List;

/**
 * Whether what was typed leads through the characters of a phrase, as an input method would take it: a character by itself or
 * one that sounds like it, or the first letters of its pinyin, in any mixture: {@code gongjijin}, {@code gjj}, {@code gongjj},
 * {@code 公ji金}. Work is bounded by typed × phrase.
 */
final class Typing {
    private static final double AMIDST = 0.7;

    private final int[] typed;
    private final int[] phrase;
    private final List<Sounds> sounds;
    private final BitSet inVain = new BitSet();
    private int end;

    private Typing(Words typed, Phrase phrase) {
        this.typed = typed.units();
        this.phrase = phrase.units();
        this.sounds = phrase.sounds();
    }

    /** From 0, it does not lead through it, to 1, it is the whole phrase. */
    static double fits(Words typed, Phrase phrase) {
        return phrase.mayBeTyped(typed) ? new Typing(typed, phrase).best() : 0;
    }

    private double best() {
        // One letter alone is a beginning at most.
        for (int from = 0; from < (typed.length == 1 ? 1 : phrase.length); from++) {
            if (leads(0, from)) {
                return (from == 0 ? 1 : AMIDST) * (0.5 + 0.5 * (end - from) / phrase.length);
            }
        }
        return 0;
    }

    private boolean leads(int at, int in) {
        if (at == typed.length) {
            end = in;
            return true;
        }
        int state = at * (phrase.length + 1) + in;
        if (in == phrase.length || inVain.get(state)) {
            return false;
        }
        if (isLetter(typed[at]) ? leadsByLetters(at, in) : alike(typed[at], in) && leads(at + 1, in + 1)) {
            return true;
        }
        inVain.set(state);
        return false;
    }

    private boolean leadsByLetters(int at, int in) {
        if (typed[at] == phrase[in]) {
            return leads(at + 1, in + 1);
        }
        for (String sound : sounds.get(in).typed()) {
            for (int most = common(at, sound); most > 0; most--) {
                if (leads(at + most, in + 1)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean alike(int character, int in) {
        return character == phrase[in] || Sounds.of(character).isLike(sounds.get(in));
    }

    private int common(int at, String sound) {
        int length = 0;
        while (length < sound.length() && at + length < typed.length && typed[at + length] == sound.charAt(length)) {
            length++;
        }
        return length;
    }

    private static boolean isLetter(int unit) {
        return unit < 0x80;
    }
}
