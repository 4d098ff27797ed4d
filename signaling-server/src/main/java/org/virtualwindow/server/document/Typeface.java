package org.virtualwindow.server.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The one face of our documents, embedded in each with the characters it has in it. Only for the thread that made it. */
final class Typeface implements AutoCloseable {
    /** Stands for a character that the face lacks, as it does in print of old books. */
    static final String LACKING = "□";

    private static final String FILE = "NotoSansSC_400Regular.ttf";
    private static final float EM = 1000;

    private final TrueTypeFont face;
    private final CmapLookup characters;
    private final PDFont font;
    private boolean lacked;

    Typeface(PDDocument document) throws IOException {
        try (InputStream file = Objects.requireNonNull(Typeface.class.getResourceAsStream(FILE), FILE)) {
            face = new TTFParser().parse(new RandomAccessReadBuffer(file.readAllBytes()));
        }
        characters = face.getUnicodeCmapLookup();
        font = PDType0Font.load(document, face, true);
    }

    PDFont font() {
        return font;
    }

    /** Whether anything had to be replaced so far. */
    boolean lacked() {
        return lacked;
    }

    /** In millimetres. */
    float width(String text, float points) throws IOException {
        return Sheet.millimetres(font.getStringWidth(text) / EM * points);
    }

    /** The text in lines of at most this many millimetres. What the face lacks is replaced, and {@link #lacked} from then on. */
    List<String> lines(String text, float points, float millimetres) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words(text)) {
            if (!line.isEmpty() && width(line + word.stripTrailing(), points) > millimetres) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? word.stripLeading() : word);
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    /** What stays together: a Latin word with the blank behind it, any other character by itself. */
    private List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        text.codePoints().forEach(codePoint -> {
            boolean latin = codePoint < 0x2E80 && !Character.isWhitespace(codePoint);
            if (!latin && !Character.isWhitespace(codePoint) && !word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
            word.append(shown(codePoint));
            if (!latin) {
                words.add(word.toString());
                word.setLength(0);
            }
        });
        words.add(word.toString());
        return words;
    }

    private String shown(int codePoint) {
        if (Character.isWhitespace(codePoint) || Character.isISOControl(codePoint)) {
            return " ";
        }
        if (characters.getGlyphId(codePoint) != 0) {
            return Character.toString(codePoint);
        }
        lacked = true;
        return LACKING;
    }

    @Override
    public void close() throws IOException {
        face.close();
    }
}
