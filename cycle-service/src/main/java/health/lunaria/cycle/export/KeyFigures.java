package health.lunaria.cycle.export;

import health.lunaria.safeguards.redaction.Confidential;
import java.io.IOException;
import java.util.List;

/** Figures side by side, each with what it is. */
@Confidential
record KeyFigures(List<Figure> figures) implements ReportPages.Drawing {

    private static final float GAP = 8;

    @Override
    public void draw(Canvas canvas, float x, float y, float width, float height) throws IOException {
        float tile = (width - GAP * (figures.size() - 1)) / figures.size();
        for (int i = 0; i < figures.size(); i++) {
            float left = x + i * (tile + GAP);
            canvas.fill(left, y, tile, height, Ink.TINT);
            canvas.bold(canvas.fitting(figures.get(i).value(), tile - 16, 14), left + 8, y + height - 21, 14, Ink.TEXT);
            canvas.text(canvas.fitting(figures.get(i).meaning(), tile - 16, 7.5f), left + 8, y + 8, 7.5f, Ink.MUTED);
        }
    }

    @Confidential
    record Figure(String value, String meaning) {

        @Override
        public String toString() {
            return "Figure[redacted]";
        }
    }

    @Override
    public String toString() {
        return "KeyFigures[redacted]";
    }
}
