package health.lunaria.cycle.export;

import health.lunaria.safeguards.redaction.Confidential;
import java.io.IOException;
import java.util.List;

/** Figures side by side, each with what it is. */
@Confidential
record KeyFigures(List<Figure> figures) implements ReportPages.Drawing {

    private static final float GAP = 8;
    private static final float PADDING = 7;
    private static final float VALUE = 14;
    private static final float MEANING = 7.5f;

    @Override
    public void draw(Canvas canvas, float x, float y, float width, float height) throws IOException {
        float tile = (width - GAP * (figures.size() - 1)) / figures.size();
        for (int i = 0; i < figures.size(); i++) {
            float left = x + i * (tile + GAP);
            canvas.fill(left, y, tile, height, Ink.TINT);
            Figure figure = figures.get(i);
            float value = canvas.fittingSize(figure.value(), tile - 2 * PADDING, VALUE);
            canvas.bold(figure.value(), left + PADDING, y + height - 21, value, Ink.TEXT);
            float meaning = canvas.fittingSize(figure.meaning(), tile - 2 * PADDING, MEANING);
            canvas.text(figure.meaning(), left + PADDING, y + 8, meaning, Ink.MUTED);
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
