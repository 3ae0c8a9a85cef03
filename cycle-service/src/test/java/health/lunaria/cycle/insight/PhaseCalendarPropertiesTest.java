package health.lunaria.cycle.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PhaseCalendarPropertiesTest {

    @Property
    void phasesFollowInTheirOrder(
            @ForAll @IntRange(min = 1, max = 130) int length,
            @ForAll @IntRange(min = 1, max = 130) int period,
            @ForAll @IntRange(min = 1, max = 130) int ovulation) {
        String phases = PhaseCalendarTest.phases(
                length, Math.min(period, length), ovulation <= length ? Optional.of(ovulation) : Optional.empty());

        assertThat(phases).matches("M+F*O{0,3}L*").hasSize(length);
    }
}
