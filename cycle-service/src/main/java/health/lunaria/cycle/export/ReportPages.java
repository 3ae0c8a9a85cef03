package health.lunaria.cycle.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** The pages of a report, filled from top to bottom; what does not fit begins a new one. */
final class ReportPages implements AutoCloseable {

    static final float LEFT = 56;
    static final float WIDTH = PDRectangle.A4.getWidth() - 2 * LEFT;

    private static final float TOP = PDRectangle.A4.getHeight() - 56;
    private static final float BOTTOM = 64;
    private static final float BODY = 9;
    private static final float SMALL = 8;
    private static final float ROW = 14;

    private final PDDocument document;
    private final ReportFont font;
    private PDPageContentStream stream;
    private Canvas canvas;
    private float y;

    ReportPages(PDDocument document) throws IOException {
        this.document = document;
        this.font = ReportFont.embeddedIn(document);
        newPage();
    }

    /**
     * A column of a table.
     *
     * @param share of the width, from 0 to 1
     * @param number whether it stands at the right edge
     */
    record Column(String header, float share, boolean number) {}

    /** Something that is drawn into a place of the page. */
    interface Drawing {
        void draw(Canvas canvas, float x, float y, float width, float height) throws IOException;
    }

    void title(String title, String below) throws IOException {
        y -= 20;
        canvas.bold(title, LEFT, y, 20, Ink.ACCENT);
        y -= 16;
        canvas.text(below, LEFT, y, BODY + 1, Ink.MUTED);
        y -= 10;
        canvas.line(LEFT, y, LEFT + WIDTH, y, 1, Ink.ACCENT);
        y -= 8;
    }

    /** @param following height of what has to stand on the same page */
    void heading(String heading, float following) throws IOException {
        need(34 + following);
        y -= y == TOP ? 12 : 26;
        canvas.bold(heading, LEFT, y, 12, Ink.ACCENT);
        y -= 8;
    }

    void paragraph(String text) throws IOException {
        lines(text, BODY, Ink.TEXT);
    }

    void caption(String text) throws IOException {
        lines(text, SMALL, Ink.MUTED);
    }

    void drawing(float height, Drawing drawing) throws IOException {
        need(height + 6);
        y -= height + 4;
        drawing.draw(canvas, LEFT, y, WIDTH, height);
        y -= 2;
    }

    /** The header is repeated on each page. */
    void table(List<Column> columns, List<List<String>> rows) throws IOException {
        need(3 * ROW);
        header(columns);
        for (List<String> row : rows) {
            if (y - ROW < BOTTOM) {
                newPage();
                header(columns);
            }
            y -= ROW;
            cells(columns, row, BODY, Ink.TEXT);
            canvas.line(LEFT, y - 4, LEFT + WIDTH, y - 4, 0.4f, Ink.RULE);
        }
        y -= 6;
    }

    /** @param number writes the number of a page and how many there are */
    void finish(String title, BinaryOperator<String> number) throws IOException {
        stream.close();
        int pages = document.getNumberOfPages();
        for (int i = 0; i < pages; i++) {
            try (PDPageContentStream foot = new PDPageContentStream(
                    document, document.getPage(i), PDPageContentStream.AppendMode.APPEND, true, true)) {
                Canvas below = new Canvas(foot, font);
                below.text(title, LEFT, BOTTOM - 28, SMALL, Ink.MUTED);
                below.textRight(
                        number.apply(String.valueOf(i + 1), String.valueOf(pages)),
                        LEFT + WIDTH,
                        BOTTOM - 28,
                        SMALL,
                        Ink.MUTED);
            }
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }

    private void header(List<Column> columns) throws IOException {
        y -= ROW;
        canvas.fill(LEFT, y - 4, WIDTH, ROW, Ink.TINT);
        cells(columns, columns.stream().map(Column::header).toList(), SMALL, Ink.MUTED);
    }

    private void cells(List<Column> columns, List<String> cells, float size, Ink ink) throws IOException {
        float x = LEFT;
        for (int i = 0; i < columns.size(); i++) {
            float width = columns.get(i).share() * WIDTH;
            String text = canvas.fitting(cells.get(i), width - 8, size);
            if (columns.get(i).number()) {
                canvas.textRight(text, x + width - 4, y, size, ink);
            } else {
                canvas.text(text, x + 4, y, size, ink);
            }
            x += width;
        }
    }

    private void lines(String text, float size, Ink ink) throws IOException {
        for (String line : wrapped(text, size)) {
            need(size * 1.4f);
            y -= size * 1.4f;
            canvas.text(line, LEFT, y, size, ink);
        }
        y -= 4;
    }

    private List<String> wrapped(String text, float size) throws IOException {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : font.printable(text).split(" +")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (font.width(longer, size) <= WIDTH) {
                line = longer;
            } else {
                if (!line.isEmpty()) {
                    lines.add(line);
                }
                line = canvas.fitting(word, WIDTH, size);
            }
        }
        lines.add(line);
        return lines;
    }

    private void need(float height) throws IOException {
        if (y - height < BOTTOM) {
            newPage();
        }
    }

    private void newPage() throws IOException {
        if (stream != null) {
            stream.close();
        }
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        stream = new PDPageContentStream(document, page);
        canvas = new Canvas(stream, font);
        y = TOP;
    }
}
