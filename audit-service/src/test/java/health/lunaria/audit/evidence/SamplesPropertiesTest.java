package health.lunaria.audit.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;

class SamplesPropertiesTest {

    @Property(tries = 100)
    void thereAreUpTo64DifferentOnesInThePeriod(
            @ForAll @StringLength(min = 16, max = 64) String seed,
            @ForAll @LongRange(max = 1L << 50) long first,
            @ForAll @LongRange(max = 200) long came) {
        List<Long> indexes = Samples.indexes(seed, first, first + came);

        assertThat(indexes).hasSize((int) Math.min(64, came)).doesNotHaveDuplicates();
        assertThat(indexes).allMatch(index -> index >= first && index < first + came);
    }
}
