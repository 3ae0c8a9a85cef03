package health.lunaria.cycle.sign;

import health.lunaria.safeguards.redaction.Confidential;
import java.util.List;

/**
 * What the beginning of a cycle is judged by.
 *
 * @param lengths of the earlier cycles, in days
 * @param firstHigherDays days of the cycle on which the first higher reading fell, one for each earlier cycle with a rise
 * @param riseInTheLast whether the cycle just before had one
 */
@Confidential
public record EarlierCycles(List<Integer> lengths, List<Integer> firstHigherDays, boolean riseInTheLast) {

    /** Nothing is known. */
    public static final EarlierCycles NONE = new EarlierCycles(List.of(), List.of(), false);

    public EarlierCycles {
        lengths = List.copyOf(lengths);
        firstHigherDays = List.copyOf(firstHigherDays);
        if (riseInTheLast && firstHigherDays.isEmpty()) {
            throw new IllegalArgumentException("a rise has a first higher reading");
        }
    }

    @Override
    public String toString() {
        return "EarlierCycles[redacted]";
    }
}
