package org.virtualwindow.server.find;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * How a Chinese character sounds: pinyin without tones, ü written as v; all lists are empty for what is none.
 *
 * @param readings the commonest first
 * @param typed what people may type for it: the readings, and {@code z} for {@code zh}
 * @param loose the readings without what many people do not tell apart: zh and z, n and l, ing and in
 * @param letters those in {@code typed}, see {@link Words#letters()}
 */
record Sounds(List<String> readings, List<String> typed, List<String> loose, long letters) {
    private static final Sounds NONE = new Sounds(List.of(), List.of(), List.of(), 0);
    private static final Map<Integer, Sounds> KNOWN = new ConcurrentHashMap<>();

    static boolean isHan(int character) {
        return Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN;
    }

    /** The library knows no characters beyond the basic plane. */
    static Sounds of(int character) {
        return character < 0x80 || !isHan(character) || !Character.isBmpCodePoint(character)
                ? NONE
                : KNOWN.computeIfAbsent(character, Sounds::read);
    }

    private static Sounds read(int character) {
        List<String> readings = PinyinHelper.toPinyinList((char) character, PinyinStyleEnum.INPUT).stream()
                .filter(Sounds::isSyllable)
                .distinct()
                .toList();
        return new Sounds(
                readings,
                readings.stream()
                        .flatMap(each -> Stream.of(each, plainHead(each)))
                        .distinct()
                        .toList(),
                readings.stream()
                        .map(Sounds::told)
                        .map(String::intern)
                        .distinct()
                        .toList(),
                Words.of(String.join("", readings)).letters());
    }

    private static boolean isSyllable(String read) {
        return !read.isEmpty() && read.chars().allMatch(each -> each >= 'a' && each <= 'z');
    }

    private static String plainHead(String sound) {
        return sound.length() > 1 && sound.charAt(1) == 'h' ? sound.charAt(0) + sound.substring(2) : sound;
    }

    private static String told(String sound) {
        String head = plainHead(sound);
        String same = head.startsWith("l") ? "n" + head.substring(1) : head;
        return same.endsWith("ng") ? same.substring(0, same.length() - 1) : same;
    }

    boolean isLike(Sounds other) {
        for (String here : loose) {
            if (other.loose.contains(here)) {
                return true;
            }
        }
        return false;
    }
}
