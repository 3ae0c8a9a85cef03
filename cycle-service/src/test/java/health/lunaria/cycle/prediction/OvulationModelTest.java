package health.lunaria.cycle.prediction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OvulationModelTest {

    @Test
    void aLutealPhaseWithoutOwnLengthsLastsAboutThirteenDays() {
        DayDistribution luteal = OvulationModel.lutealPhase(List.of());
        assertThat(luteal.days()).isEqualTo(new DayRange(7, 20));
        assertThat(luteal.median()).isEqualTo(13);
    }

    @Test
    void ownLutealLengthsMoveAndNarrowIt() {
        DayDistribution luteal = OvulationModel.lutealPhase(List.of(10, 10, 11, 10, 10));
        assertThat(luteal.median()).isEqualTo(11);
        assertThat(luteal.shortestInterval(0.95).days())
                .isLessThan(OvulationModel.lutealPhase(List.of())
                        .shortestInterval(0.95)
                        .days());
    }

    @Test
    void implausibleLutealLengthsAreLeftOut() {
        DayDistribution plausible = OvulationModel.lutealPhase(List.of(7, 20));
        DayDistribution mixed = OvulationModel.lutealPhase(List.of(6, 7, 0, 20, 21, -4));
        for (int day = 7; day <= 20; day++) {
            assertThat(mixed.probability(day)).isEqualTo(plausible.probability(day));
        }
    }

    @Test
    void theLengthOfACycleIsTheDayOfOvulationAndTheLutealPhase() {
        DayDistribution luteal = OvulationModel.lutealPhase(List.of());
        DayDistribution length = OvulationModel.length(18, luteal);
        assertThat(length.days()).isEqualTo(new DayRange(25, 38));
        assertThat(length.median()).isEqualTo(18 + luteal.median());
        assertThat(OvulationModel.fromLength(DayDistribution.certain(31), luteal)
                        .median())
                .isEqualTo(31 - luteal.median());
    }

    @Test
    void sixDaysAreFertile() {
        DayDistribution ovulation = DayDistribution.certain(14);
        assertThat(OvulationModel.fertile(ovulation, 8)).isZero();
        assertThat(OvulationModel.fertile(ovulation, 9)).isEqualTo(1);
        assertThat(OvulationModel.fertile(ovulation, 14)).isEqualTo(1);
        assertThat(OvulationModel.fertile(ovulation, 15)).isZero();
    }
}
