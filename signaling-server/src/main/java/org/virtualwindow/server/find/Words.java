package org.virtualwindow.server.find;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Something people say or type, as it is compared: characters, letters and digits in lower case, with the breaks between
 * words kept apart.
 *
 * @param units code points; a space stands where a word ends
 */
record Words(int[] units) {
    /** What is said around it, longest first: it tells nothing of the matter. */
    private static final List<String> FILLERS = List.of(
            "不知道去哪里", "要怎么才能", "去什么地方", "应该怎么办", "需要怎么办", "在哪里办理", "去哪里办理", "怎么办理", "如何办理", "在哪里办", "去哪里办", "在哪儿办",
            "去哪儿办", "我想问一下", "请问一下", "麻烦问下", "怎么弄啊", "怎么弄", "怎么办", "怎么搞", "在哪办", "去哪办", "咋整", "咋办", "咋弄", "在哪里", "去哪里",
            "要什么材料", "带什么材料", "我想要", "我想", "我要", "我们", "请问", "想要", "需要", "可以", "能不能", "可不可以", "一下", "帮我", "帮忙", "现在",
            "应该", "怎样", "怎么", "如何", "哪里", "哪儿", "什么", "手续", "您好", "你好", "谢谢", "吗", "呢", "吧", "啊", "呀", "了");

    static Words of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        int[] units = new int[plain.length()];
        int length = 0;
        for (int at = 0; at < plain.length(); at += Character.charCount(plain.codePointAt(at))) {
            int each = plain.codePointAt(at);
            if (Character.isLetterOrDigit(each)) {
                units[length++] = each;
            } else if (length > 0 && units[length - 1] != ' ') {
                units[length++] = ' ';
            }
        }
        while (length > 0 && units[length - 1] == ' ') {
            length--;
        }
        return new Words(Arrays.copyOf(units, length));
    }

    /** Without what is only said around it. */
    Words withoutFillers() {
        String text = text();
        for (String filler : FILLERS) {
            text = text.replace(filler, " ");
        }
        return of(text);
    }

    Words without(String part) {
        return of(text().replace(part, " "));
    }

    boolean isEmpty() {
        return units.length == 0;
    }

    boolean hasLetters() {
        return letters() != 0;
    }

    /** Without the breaks: a person who types pinyin sets spaces where they like. */
    Words joined() {
        return new Words(Arrays.stream(units).filter(each -> each != ' ').toArray());
    }

    List<Sounds> sounds() {
        return Arrays.stream(units).mapToObj(Sounds::of).toList();
    }

    /** The letters and digits of it that are on every keyboard, as bits. */
    long letters() {
        long letters = 0;
        for (int each : units) {
            if (each >= 'a' && each <= 'z') {
                letters |= 1L << (each - 'a');
            } else if (each >= '0' && each <= '9') {
                letters |= 1L << ('z' - 'a' + 1 + each - '0');
            }
        }
        return letters;
    }

    /** Runs between breaks. */
    List<String> runs() {
        return isEmpty() ? List.of() : List.of(text().split(" ", -1));
    }

    String text() {
        return new String(units, 0, units.length);
    }

    int length() {
        return units.length;
    }
}
