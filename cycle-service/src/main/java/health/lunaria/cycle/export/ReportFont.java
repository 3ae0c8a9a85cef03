package health.lunaria.cycle.export;

import java.io.IOException;
import java.io.InputStream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Liberation Sans, which PDFBox ships, embedded as a subset: a report looks the same everywhere, and no font is looked for on
 * the machine. It has glyphs for Latin, Greek, Cyrillic and Hebrew; whatever else somebody writes becomes □.
 */
final class ReportFont {

    static final char UNPRINTABLE = '□';

    private static final String FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final float UNITS_PER_EM = 1000;

    private final PDFont font;
    private final CmapLookup glyphs;

    private ReportFont(PDFont font, CmapLookup glyphs) {
        this.font = font;
        this.glyphs = glyphs;
    }

    static ReportFont embeddedIn(PDDocument document) throws IOException {
        try (InputStream file = PDFont.class.getResourceAsStream(FILE)) {
            TrueTypeFont shipped = new TTFParser().parse(RandomAccessReadBuffer.createBufferFromStream(file));
            return new ReportFont(PDType0Font.load(document, shipped, true), shipped.getUnicodeCmapLookup());
        }
    }

    PDFont font() {
        return font;
    }

    /** The text on one line, with what has no glyph replaced, so that it can always be shown. */
    String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            if (Character.isWhitespace(character) || Character.isISOControl(character)) {
                printable.append(' ');
            } else if (glyphs.getGlyphId(character) != 0) {
                printable.appendCodePoint(character);
            } else if (isSeen(character)) {
                printable.append(UNPRINTABLE);
            }
        });
        return printable.toString();
    }

    /**
     * In points.
     *
     * @param printable what {@link #printable} gave
     */
    float width(String printable, float size) throws IOException {
        return font.getStringWidth(printable) / UNITS_PER_EM * size;
    }

    /** Joiners, variation selectors and other marks change the character before them and are nothing by themselves. */
    private static boolean isSeen(int character) {
        return switch (Character.getType(character)) {
            case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.MODIFIER_SYMBOL ->
                false;
            default -> true;
        };
    }
}
