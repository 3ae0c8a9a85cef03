package health.lunaria.cycle.calendar;

import health.lunaria.cycle.prediction.DateEstimate;
import health.lunaria.cycle.prediction.DateInterval;
import health.lunaria.cycle.prediction.FertileWindow;
import health.lunaria.cycle.prediction.FertileWindow.FertileDay;
import health.lunaria.cycle.prediction.Prediction;
import health.lunaria.cycle.prediction.PredictionOutcome;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What of a prediction a feed tells, as far as its detail allows. */
final class FeedEvents {

    /** Of the ranges of a prediction, the one that an event spans: four times in five the period begins in it. */
    private static final double SPANNED = 0.8;

    private FeedEvents() {}

    /** @return none where nothing can be predicted */
    static List<FeedEvent> of(CalendarFeed feed, PredictionOutcome outcome) {
        if (!(outcome instanceof Prediction prediction)) {
            return List.of();
        }
        DateEstimate period = prediction.nextPeriod();
        return switch (feed.detail()) {
            case EVENT -> List.of(period(feed, period, "event", null));
            case PERIOD -> List.of(period(feed, period, "Period expected", null));
            case FULL ->
                List.of(
                        period(feed, period, "Period expected", ranges(period)),
                        fertile(feed, prediction.fertileWindow()));
        };
    }

    private static FeedEvent period(CalendarFeed feed, DateEstimate period, String summary, String description) {
        DateInterval spanned = period.intervals().stream()
                .filter(interval -> interval.probability() >= SPANNED)
                .findFirst()
                .orElseThrow();
        return new FeedEvent(feed.periodUid(), spanned.from(), spanned.to(), summary, description);
    }

    private static String ranges(DateEstimate period) {
        return "Most likely to begin on " + period.likely() + ".\n"
                + period.intervals().stream()
                        .map(interval -> percent(interval.probability()) + ": from " + interval.from() + " to "
                                + interval.to() + ".")
                        .collect(Collectors.joining("\n"));
    }

    private static FeedEvent fertile(CalendarFeed feed, FertileWindow window) {
        FertileDay likeliest = window.days().stream()
                .max(Comparator.comparingDouble(FertileDay::probability))
                .orElseThrow();
        return new FeedEvent(
                feed.fertileUid(),
                window.from(),
                window.to(),
                "Fertile days possible",
                percent(window.probability()) + ": all fertile days of this cycle lie in this time.\n"
                        + "The likeliest is " + likeliest.date() + " with " + percent(likeliest.probability()) + ".\n"
                        + "This is an estimate and no contraception: there is never a safe day, neither in this time nor"
                        + " outside of it.");
    }

    private static String percent(double probability) {
        return Math.round(probability * 100) + " %";
    }
}
