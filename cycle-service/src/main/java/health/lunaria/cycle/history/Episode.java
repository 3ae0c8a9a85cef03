package health.lunaria.cycle.history;

import health.lunaria.safeguards.redaction.Confidential;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;

/** Bleeding that belongs together, from its first to its last day. */
@Confidential
record Episode(LocalDate first, LocalDate last) {

    /** Bleeding at most this many days after the previous bleeding day belongs to the same episode. */
    static final int SAME_EPISODE_WITHIN_DAYS = 7;

    /**
     * The episodes that bleeding days make up, oldest first.
     *
     * @param starts those of the days that begin an episode, however near the day before is
     */
    static List<Episode> of(NavigableSet<LocalDate> bleedingDays, Set<LocalDate> starts) {
        List<Episode> episodes = new ArrayList<>();
        LocalDate first = null;
        LocalDate previous = null;
        for (LocalDate day : bleedingDays) {
            if (previous == null) {
                first = day;
            } else if (ChronoUnit.DAYS.between(previous, day) > SAME_EPISODE_WITHIN_DAYS || starts.contains(day)) {
                episodes.add(new Episode(first, previous));
                first = day;
            }
            previous = day;
        }
        if (previous != null) {
            episodes.add(new Episode(first, previous));
        }
        return episodes;
    }

    int days() {
        return Math.toIntExact(ChronoUnit.DAYS.between(first, last)) + 1;
    }

    @Override
    public String toString() {
        return "Episode[redacted]";
    }
}
