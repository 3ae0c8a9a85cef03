package health.lunaria.cycle.export;

import health.lunaria.cycle.history.Cycle;
import health.lunaria.safeguards.redaction.Confidential;
import java.io.IOException;
import java.util.List;

/** A bar for each completed cycle, with their mean. */
@Confidential
record LengthChart(List<Cycle> cycles, double mean, ReportWords words) implements ReportPages.Drawing {

    private static final float SMALL = 7;
    private static final float BELOW = 14;
    private static final float ABOVE = 4;
    private static final float WIDEST_BAR = 26;

    @Override
    public void draw(Canvas canvas, float x, float y, float width, float height) throws IOException {
        int longest = cycles.stream().mapToInt(Cycle::lengthDays).max().orElse(1);
        float scale = (height - BELOW - ABOVE) / longest;
        float base = y + BELOW;
        float step = width / cycles.size();
        float bar = Math.min(WIDEST_BAR, step * 0.6f);
        for (int i = 0; i < cycles.size(); i++) {
            Cycle cycle = cycles.get(i);
            float centre = x + (i + 0.5f) * step;
            float top = base + cycle.lengthDays() * scale;
            canvas.fill(centre - bar / 2, base, bar, top - base, Ink.LIGHT);
            canvas.textCentred(cycle.lengthDays().toString(), centre, base + 5, SMALL, Ink.TEXT);
            String date = words.shortDate(cycle.start());
            if (canvas.width(date, SMALL) < step - 2) {
                canvas.textCentred(date, centre, y + 3, SMALL, Ink.MUTED);
            }
        }
        canvas.line(x, base, x + width, base, 0.6f, Ink.RULE);
        canvas.dashed(x, base + (float) mean * scale, x + width, base + (float) mean * scale, 0.8f, Ink.ACCENT);
    }

    @Override
    public String toString() {
        return "LengthChart[redacted]";
    }
}
