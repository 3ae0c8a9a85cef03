package health.lunaria.safeguards.auditing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class EventIdsPropertiesTest {

    private static final long MAX_MILLIS = (1L << 48) - 1;

    @Property
    void isAUuidOfVersion7ThatHoldsItsTime(@ForAll @LongRange(max = MAX_MILLIS) long millis) {
        UUID id = EventIds.at(millis);

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(millis);
    }

    /** By their text, as PostgreSQL orders them; Java's own comparison of UUIDs is signed. */
    @Property
    void areOrderedByTheirMillisecond(
            @ForAll @LongRange(max = MAX_MILLIS - 1) long earlier, @ForAll @LongRange(max = MAX_MILLIS) long other) {
        long later = Math.max(earlier + 1, other);

        assertThat(EventIds.at(earlier).toString())
                .isLessThan(EventIds.at(later).toString());
    }

    @Example
    void neverRepeatWithinAMillisecond() {
        Set<UUID> ids = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            ids.add(EventIds.at(1_795_000_000_000L));
        }
        assertThat(ids).hasSize(100_000);
    }

    /** Every bit that the version leaves free must vary: 12 of the first half, 62 of the second. */
    @Example
    void useAllTheirRandomBits() {
        long highSeen = 0;
        long lowSeen = 0;
        UUID first = EventIds.at(0);
        for (int i = 0; i < 200; i++) {
            UUID next = EventIds.at(0);
            highSeen |= first.getMostSignificantBits() ^ next.getMostSignificantBits();
            lowSeen |= first.getLeastSignificantBits() ^ next.getLeastSignificantBits();
        }
        assertThat(highSeen).isEqualTo(0xFFFL);
        assertThat(lowSeen).isEqualTo(0x3FFFFFFFFFFFFFFFL);
    }
}
