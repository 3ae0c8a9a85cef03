package health.lunaria.cycle.history;

import static health.lunaria.cycle.correction.CorrectionKind.NOT_A_PERIOD;
import static health.lunaria.cycle.correction.CorrectionKind.PERIOD_START;
import static health.lunaria.cycle.correction.CorrectionKind.SPOTTING_ONLY;

import health.lunaria.cycle.correction.Corrections;
import health.lunaria.safeguards.redaction.Confidential;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a person's bleeding was, after her corrections. Starts are looked at first, so that one of two periods that run
 * into each other can be told apart and corrected alone.
 *
 * @param periods the episodes that are periods, oldest first
 * @param spottingOnly the bleeding days of the episodes that were spotting only
 */
@Confidential
record Bleeding(List<Episode> periods, Set<LocalDate> spottingOnly) {

    static Bleeding of(Collection<LocalDate> bleedingDays, Corrections corrections) {
        Set<LocalDate> starts = corrections.dates(PERIOD_START);
        Set<LocalDate> notPeriods = corrections.dates(NOT_A_PERIOD);
        Set<LocalDate> spotting = corrections.dates(SPOTTING_ONLY);
        NavigableSet<LocalDate> days = new TreeSet<>(bleedingDays);
        days.addAll(starts);
        List<Episode> episodes = Episode.of(days, starts);
        return new Bleeding(
                episodes.stream()
                        .filter(episode -> !notPeriods.contains(episode.first()) && !spotting.contains(episode.first()))
                        .toList(),
                episodes.stream()
                        .filter(episode -> spotting.contains(episode.first()))
                        .flatMap(episode -> days.subSet(episode.first(), true, episode.last(), true).stream())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public String toString() {
        return "Bleeding[redacted]";
    }
}
