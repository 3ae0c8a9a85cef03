package health.lunaria.cycle.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The model against an implementation that was written independently: {@code prediction/reference.py}. */
class ReferenceTest {

    private static final double TOLERANCE = 1e-9;
    private static final LocalDate DAY_ZERO = LocalDate.of(2024, 2, 1);

    private final CycleLengthModel model = CycleLengthModel.shipped();

    static List<ReferenceCase> cases() {
        return ReferenceCase.all("golden.csv");
    }

    static List<ReferenceCase> wideCases() {
        return ReferenceCase.all("golden-wide.csv");
    }

    @Test
    void everyCaseIsRead() {
        assertThat(cases())
                .hasSize(26)
                .filteredOn(example -> example.length() == null)
                .hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void lengthAgrees(ReferenceCase example) {
        Optional<DayDistribution> length = length(model, example);
        assertThat(length.isPresent()).isEqualTo(example.length() != null);
        length.ifPresent(distribution -> assertEqual(distribution, 10, example.length()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void ovulationAgrees(ReferenceCase example) {
        length(model, example).ifPresent(length -> {
            DayDistribution ovulation = ovulation(example, length);
            assertEqual(ovulation, 1, example.ovulation());
            for (int i = 0; i < example.fertile().size(); i++) {
                assertThat(OvulationModel.fertile(ovulation, i + 1))
                        .isCloseTo(example.fertile().get(i), within(TOLERANCE));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("wideCases")
    void theWiderPriorAgrees(ReferenceCase example) {
        DayDistribution length = length(CycleLengthModel.wide(), example).orElseThrow();
        assertEqual(length, 10, example.length());
        assertEqual(ovulation(example, length), 1, example.ovulation());
    }

    private static Optional<DayDistribution> length(CycleLengthModel model, ReferenceCase example) {
        return model.predict(example.lengths()).after(example.elapsedDays());
    }

    private static DayDistribution ovulation(ReferenceCase example, DayDistribution length) {
        DayDistribution luteal = OvulationModel.lutealPhase(example.lutealLengths());
        return example.ovulationDays().isEmpty()
                ? OvulationModel.fromLength(length, luteal)
                : OvulationModel.fromOwnDays(example.ovulationDays(), luteal, example.elapsedDays());
    }

    private static void assertEqual(DayDistribution actual, int firstDay, ReferenceCase.Expected expected) {
        assertThat(actual.days())
                .isEqualTo(new DayRange(
                        firstDay, firstDay + expected.probabilities().size() - 1));
        for (int i = 0; i < expected.probabilities().size(); i++) {
            assertThat(actual.probability(firstDay + i))
                    .as("day %d", firstDay + i)
                    .isCloseTo(expected.probabilities().get(i), within(TOLERANCE));
        }
        DateEstimate estimate = DateEstimate.of(actual, DAY_ZERO);
        assertThat(day(estimate.likely())).isEqualTo(expected.median());
        assertThat(estimate.intervals())
                .extracting(interval -> new DayRange(day(interval.from()), day(interval.to())))
                .isEqualTo(expected.intervals());
    }

    private static int day(LocalDate date) {
        return (int) ChronoUnit.DAYS.between(DAY_ZERO, date);
    }
}
