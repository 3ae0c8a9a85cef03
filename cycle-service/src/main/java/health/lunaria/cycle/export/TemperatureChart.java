package health.lunaria.cycle.export;

import health.lunaria.cycle.day.Day;
import health.lunaria.cycle.export.ReportFacts.CycleDays;
import health.lunaria.safeguards.redaction.Confidential;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The temperatures of up to two cycles over the days of the cycle. What she excluded is shown hollow and stands apart from the
 * line.
 */
@Confidential
record TemperatureChart(List<CycleDays> cycles, ReportWords words) implements ReportPages.Drawing {

    private static final List<Ink> INKS = List.of(Ink.SECOND, Ink.ACCENT);
    private static final float SMALL = 7;
    private static final float LEFT = 26;
    private static final float BELOW = 34;
    private static final int DAYS_BETWEEN_MARKS = 5;
    private static final int FEWEST_DAYS = 28;
    private static final int MOST_DAYS = 60;
    private static final int FIFTHS = 5;

    @Override
    public void draw(Canvas canvas, float x, float y, float width, float height) throws IOException {
        Plot plot = Plot.of(cycles, x + LEFT, y + BELOW, width - LEFT, height - BELOW);
        axes(canvas, plot);
        for (int i = 0; i < cycles.size(); i++) {
            curve(canvas, plot, cycles.get(i), INKS.get(INKS.size() - cycles.size() + i));
        }
        legend(canvas, x + LEFT, y + 3);
    }

    private void axes(Canvas canvas, Plot plot) throws IOException {
        for (int fifth = plot.lowest; fifth <= plot.highest; fifth++) {
            float level = plot.y((double) fifth / FIFTHS);
            canvas.line(plot.left, level, plot.left + plot.width, level, 0.4f, Ink.RULE);
            canvas.textRight(words.decimal((double) fifth / FIFTHS), plot.left - 4, level - 2.5f, SMALL, Ink.MUTED);
        }
        canvas.textCentred("1", plot.x(1), plot.bottom - 10, SMALL, Ink.MUTED);
        for (int day = DAYS_BETWEEN_MARKS; day <= plot.days; day += DAYS_BETWEEN_MARKS) {
            canvas.textCentred(String.valueOf(day), plot.x(day), plot.bottom - 10, SMALL, Ink.MUTED);
        }
        canvas.textRight(words.get("temperature.axis"), plot.left + plot.width, plot.bottom - 20, SMALL, Ink.MUTED);
    }

    private static void curve(Canvas canvas, Plot plot, CycleDays cycle, Ink ink) throws IOException {
        List<Day> measured = cycle.days().stream()
                .filter(day -> day.temperatureCelsius() != null && dayOf(cycle, day) <= plot.days)
                .toList();
        List<Day> usable = measured.stream().filter(Day::hasUsableTemperature).toList();
        for (int i = 1; i < usable.size(); i++) {
            Day from = usable.get(i - 1);
            Day to = usable.get(i);
            canvas.line(
                    plot.x(dayOf(cycle, from)),
                    plot.y(from.temperatureCelsius().doubleValue()),
                    plot.x(dayOf(cycle, to)),
                    plot.y(to.temperatureCelsius().doubleValue()),
                    1.1f,
                    ink);
        }
        for (Day day : measured) {
            Ink inside = day.hasUsableTemperature() ? ink : Ink.WHITE;
            canvas.dot(
                    plot.x(dayOf(cycle, day)), plot.y(day.temperatureCelsius().doubleValue()), 1.9f, inside, ink);
        }
    }

    private void legend(Canvas canvas, float x, float y) throws IOException {
        float at = x;
        for (int i = 0; i < cycles.size(); i++) {
            Ink ink = INKS.get(INKS.size() - cycles.size() + i);
            String text = words.get(
                    "temperature.legend", words.date(cycles.get(i).cycle().start()));
            canvas.dot(at + 3, y + 2.5f, 2.2f, ink, ink);
            canvas.text(text, at + 10, y, SMALL, Ink.TEXT);
            at += 28 + canvas.width(text, SMALL);
        }
        canvas.dot(at + 3, y + 2.5f, 2.2f, Ink.WHITE, Ink.MUTED);
        canvas.text(words.get("temperature.excluded"), at + 10, y, SMALL, Ink.MUTED);
    }

    private static int dayOf(CycleDays cycle, Day day) {
        return Math.toIntExact(ChronoUnit.DAYS.between(cycle.cycle().start(), day.date())) + 1;
    }

    /**
     * Where days and temperatures lie on the page.
     *
     * @param lowest fifths of a degree at the bottom
     * @param highest fifths of a degree at the top
     */
    @Confidential
    private record Plot(int days, int lowest, int highest, float left, float bottom, float width, float height) {

        static Plot of(List<CycleDays> cycles, float left, float bottom, float width, float height) {
            List<Double> values = cycles.stream()
                    .flatMap(cycle -> cycle.days().stream())
                    .filter(day -> day.temperatureCelsius() != null)
                    .map(day -> day.temperatureCelsius().doubleValue())
                    .toList();
            int last = cycles.stream()
                    .flatMap(cycle -> cycle.days().stream()
                            .filter(day -> day.temperatureCelsius() != null)
                            .map(day -> dayOf(cycle, day)))
                    .max(Integer::compare)
                    .orElse(FEWEST_DAYS);
            double low = values.stream().min(Double::compare).orElseThrow();
            double high = values.stream().max(Double::compare).orElseThrow();
            return new Plot(
                    Math.min(MOST_DAYS, Math.max(FEWEST_DAYS, last)),
                    (int) Math.floor(low * FIFTHS),
                    (int) Math.floor(high * FIFTHS) + 1,
                    left,
                    bottom,
                    width,
                    height);
        }

        float x(int day) {
            return left + (day - 0.5f) * width / days;
        }

        float y(double celsius) {
            return bottom + (float) (celsius * FIFTHS - lowest) * height / (highest - lowest);
        }

        @Override
        public String toString() {
            return "Plot[redacted]";
        }
    }

    @Override
    public String toString() {
        return "TemperatureChart[redacted]";
    }
}
