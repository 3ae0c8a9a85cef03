package health.lunaria.cycle.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.cycle.history.CycleHistory;
import health.lunaria.cycle.prediction.CycleLengthModel;
import health.lunaria.cycle.prediction.CyclePredictor;
import health.lunaria.cycle.prediction.NoPrediction;
import health.lunaria.cycle.prediction.Prediction;
import health.lunaria.safeguards.identity.Subject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FeedEventsTest {

    private static final LocalDate START = LocalDate.of(2026, 11, 10);

    private final Prediction prediction = (Prediction) new CyclePredictor(CycleLengthModel.shipped())
            .predict(
                    CycleHistory.derive(List.of(START.minusDays(56), START.minusDays(28), START)),
                    START.plusDays(5),
                    List.of());

    @ParameterizedTest
    @EnumSource(Detail.class)
    void withoutPredictionThereIsNothing(Detail detail) {
        for (NoPrediction none : NoPrediction.values()) {
            assertThat(FeedEvents.of(feed(detail), none)).isEmpty();
        }
    }

    @Test
    void theLeastDetailSaysThatThereIsSomethingAndNoMore() {
        List<FeedEvent> events = FeedEvents.of(feed(Detail.EVENT), prediction);

        assertThat(events).hasSize(1);
        assertThat(events.get(0).summary()).isEqualTo("event");
        assertThat(events.get(0).description()).isNull();
    }

    @Test
    void aPeriodIsExpectedInTheRangeOfEightyPercent() {
        FeedEvent period = FeedEvents.of(feed(Detail.PERIOD), prediction).get(0);

        assertThat(period.summary()).isEqualTo("Period expected");
        assertThat(period.description()).isNull();
        assertThat(period.first())
                .isEqualTo(prediction.nextPeriod().intervals().get(1).from());
        assertThat(period.last())
                .isEqualTo(prediction.nextPeriod().intervals().get(1).to());
    }

    @Test
    void fertileDaysAreTheMatterOfFullDetailOnly() {
        assertThat(FeedEvents.of(feed(Detail.PERIOD), prediction)).hasSize(1);
        assertThat(FeedEvents.of(feed(Detail.FULL), prediction)).hasSize(2);
    }

    @Test
    void fullDetailTellsChancesAndPromisesNothing() {
        List<FeedEvent> events = FeedEvents.of(feed(Detail.FULL), prediction);

        assertThat(events.get(0).description())
                .contains(
                        "Most likely",
                        "50 %",
                        "80 %",
                        "95 %",
                        prediction.nextPeriod().likely().toString());
        assertThat(events.get(1).first()).isEqualTo(prediction.fertileWindow().from());
        assertThat(events.get(1).last()).isEqualTo(prediction.fertileWindow().to());
        assertThat(events.get(1).description()).contains("never a safe day", "no contraception");
    }

    @Test
    void anEventKeepsItsIdWhenItsDatesMove() {
        CalendarFeed feed = feed(Detail.FULL);
        Prediction later = (Prediction) new CyclePredictor(CycleLengthModel.shipped())
                .predict(CycleHistory.derive(List.of(START.minusDays(28), START)), START.plusDays(40), List.of());

        assertThat(FeedEvents.of(feed, later))
                .extracting(FeedEvent::uid)
                .containsExactlyElementsOf(FeedEvents.of(feed, prediction).stream()
                        .map(FeedEvent::uid)
                        .toList());
        assertThat(FeedEvents.of(feed, later).get(0).first())
                .isNotEqualTo(FeedEvents.of(feed, prediction).get(0).first());
    }

    @Test
    void idsOfTwoFeedsHaveNothingInCommon() {
        assertThat(FeedEvents.of(feed(Detail.FULL), prediction))
                .extracting(FeedEvent::uid)
                .doesNotContainAnyElementsOf(FeedEvents.of(feed(Detail.FULL), prediction).stream()
                        .map(FeedEvent::uid)
                        .toList());
    }

    private static CalendarFeed feed(Detail detail) {
        return CalendarFeed.newOf(new Subject("somebody"), detail);
    }
}
