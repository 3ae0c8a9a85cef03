package health.lunaria.cycle.sign;

import com.fasterxml.jackson.annotation.JsonProperty;
import health.lunaria.cycle.day.CervicalMucus;
import health.lunaria.cycle.day.CervixFirmness;
import health.lunaria.cycle.day.CervixOpening;
import health.lunaria.cycle.day.Day;
import java.util.OptionalInt;

/**
 * The sign that is observed beside the temperature: one of the two, as she chose. The names are part of the API: never rename
 * one.
 */
public enum Sign {
    /** From moist on it is a sign of fertility, and the better the more. */
    @JsonProperty("mucus")
    MUCUS {
        @Override
        OptionalInt quality(Day day) {
            return day.cervicalMucus() == null
                    ? OptionalInt.empty()
                    : OptionalInt.of(Math.max(0, day.cervicalMucus().compareTo(CervicalMucus.NOTHING)));
        }
    },

    /**
     * It is hard and closed, or it has changed. Where only one of the two was felt, it tells when that has changed, and
     * nothing otherwise. Its position does not count.
     */
    @JsonProperty("cervix")
    CERVIX {
        @Override
        OptionalInt quality(Day day) {
            boolean changed = day.cervixFirmness() == CervixFirmness.SOFT
                    || day.cervixOpening() != null && day.cervixOpening() != CervixOpening.CLOSED;
            boolean complete = day.cervixFirmness() != null && day.cervixOpening() != null;
            return changed || complete ? OptionalInt.of(changed ? 1 : 0) : OptionalInt.empty();
        }
    };

    /** How fertile a sign a day has: 0 is none, empty is not observed. */
    abstract OptionalInt quality(Day day);

    boolean isFertile(Day day) {
        return quality(day).orElse(0) > 0;
    }
}
