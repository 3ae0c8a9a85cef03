package health.lunaria.profile.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;

class DeadlinesPropertiesTest {

    private static final long BEGIN = 1_767_225_600L; // 2026-01-01
    private static final long END = 2_524_608_000L; // 2050-01-01

    private final Deadlines deadlines = new Deadlines(Map.of(), Map.of());

    @Property
    void anotherRegimeNeverGivesMoreTime(
            @ForAll Kind kind,
            @ForAll @NotEmpty Set<Regime> regimes,
            @ForAll Regime another,
            @ForAll @LongRange(min = BEGIN, max = END) long received) {
        Instant at = Instant.ofEpochSecond(received);
        Set<Regime> more = new HashSet<>(regimes);
        more.add(another);

        Dates few = deadlines.of(kind, regimes, at, List.of());
        Dates all = deadlines.of(kind, more, at, List.of());
        assertThat(all.answerBy()).isBeforeOrEqualTo(few.answerBy());
        assertThat(all.extendedBy()).isBeforeOrEqualTo(few.extendedBy());
    }

    @Property
    void whoeverAsksLaterIsNotAnsweredEarlier(
            @ForAll Kind kind,
            @ForAll Regime regime,
            @ForAll @LongRange(min = BEGIN, max = END) long received,
            @ForAll @IntRange(max = 400_000) int later) {
        Dates first = deadlines.of(kind, Set.of(regime), Instant.ofEpochSecond(received), List.of());
        Dates second = deadlines.of(kind, Set.of(regime), Instant.ofEpochSecond(received + later), List.of());

        assertThat(second.answerBy()).isAfterOrEqualTo(first.answerBy());
        assertThat(second.extendedBy()).isAfterOrEqualTo(first.extendedBy());
    }

    @Property
    void aPauseNeverTakesTimeAway(
            @ForAll Kind kind,
            @ForAll Regime regime,
            @ForAll @LongRange(min = BEGIN, max = END) long received,
            @ForAll @IntRange(max = 5_000_000) int seconds) {
        Instant at = Instant.ofEpochSecond(received);
        Pause pause = new Pause(at, at.plusSeconds(seconds));

        assertThat(deadlines.of(kind, Set.of(regime), at, List.of(pause)).answerBy())
                .isAfterOrEqualTo(
                        deadlines.of(kind, Set.of(regime), at, List.of()).answerBy());
    }
}
