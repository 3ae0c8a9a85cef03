package health.lunaria.cycle.export;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** Draws on one page, in points from its lower left corner. Charts are lines and areas: sharp in print, no image needed. */
final class Canvas {

    private static final float CIRCLE = 0.5523f;
    private static final float BOLD = 0.035f;
    private static final String CUT = "…";

    private final PDPageContentStream page;
    private final ReportFont font;

    Canvas(PDPageContentStream page, ReportFont font) {
        this.page = page;
        this.font = font;
    }

    void text(String text, float x, float y, float size, Ink ink) throws IOException {
        show(font.printable(text), x, y, size, ink, false);
    }

    void bold(String text, float x, float y, float size, Ink ink) throws IOException {
        show(font.printable(text), x, y, size, ink, true);
    }

    void textRight(String text, float right, float y, float size, Ink ink) throws IOException {
        text(text, right - width(text, size), y, size, ink);
    }

    void textCentred(String text, float centre, float y, float size, Ink ink) throws IOException {
        text(text, centre - width(text, size) / 2, y, size, ink);
    }

    float width(String text, float size) throws IOException {
        return font.width(font.printable(text), size);
    }

    /** As much of the text as fits. */
    String fitting(String text, float width, float size) throws IOException {
        String printable = font.printable(text);
        if (font.width(printable, size) <= width) {
            return printable;
        }
        int end = printable.length();
        while (end > 0 && font.width(printable.substring(0, end) + CUT, size) > width) {
            end = printable.offsetByCodePoints(end, -1);
        }
        return printable.substring(0, end).stripTrailing() + CUT;
    }

    /** The size, or the largest smaller one in which the text fits. */
    float fittingSize(String text, float width, float size) throws IOException {
        float needed = width(text, size);
        return needed <= width ? size : size * width / needed;
    }

    void fill(float x, float y, float width, float height, Ink ink) throws IOException {
        page.setNonStrokingColor(ink.red, ink.green, ink.blue);
        page.addRect(x, y, width, height);
        page.fill();
    }

    void line(float fromX, float fromY, float toX, float toY, float width, Ink ink) throws IOException {
        page.setStrokingColor(ink.red, ink.green, ink.blue);
        page.setLineWidth(width);
        page.moveTo(fromX, fromY);
        page.lineTo(toX, toY);
        page.stroke();
    }

    void dashed(float fromX, float fromY, float toX, float toY, float width, Ink ink) throws IOException {
        page.setLineDashPattern(new float[] {4, 3}, 0);
        line(fromX, fromY, toX, toY, width, ink);
        page.setLineDashPattern(new float[0], 0);
    }

    void dot(float x, float y, float radius, Ink inside, Ink border) throws IOException {
        float handle = radius * CIRCLE;
        page.setNonStrokingColor(inside.red, inside.green, inside.blue);
        page.setStrokingColor(border.red, border.green, border.blue);
        page.setLineWidth(0.8f);
        page.moveTo(x + radius, y);
        page.curveTo(x + radius, y + handle, x + handle, y + radius, x, y + radius);
        page.curveTo(x - handle, y + radius, x - radius, y + handle, x - radius, y);
        page.curveTo(x - radius, y - handle, x - handle, y - radius, x, y - radius);
        page.curveTo(x + handle, y - radius, x + radius, y - handle, x + radius, y);
        page.closeAndFillAndStroke();
    }

    /** The font has one weight; bold is its outline drawn as well. */
    private void show(String printable, float x, float y, float size, Ink ink, boolean bold) throws IOException {
        page.beginText();
        page.setFont(font.font(), size);
        page.setNonStrokingColor(ink.red, ink.green, ink.blue);
        page.setStrokingColor(ink.red, ink.green, ink.blue);
        page.setLineWidth(size * BOLD);
        page.setRenderingMode(bold ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
        page.newLineAtOffset(x, y);
        page.showText(printable);
        page.endText();
    }
}
