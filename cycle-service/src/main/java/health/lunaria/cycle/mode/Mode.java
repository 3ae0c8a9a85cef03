package health.lunaria.cycle.mode;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What changes how a time of somebody's life is predicted. In JSON in lower case with hyphens. The names stand in stored data
 * and in the inputs of predictions: never rename one.
 */
public enum Mode {
    @JsonProperty("none")
    NONE,
    @JsonProperty("combined-pill")
    COMBINED_PILL,
    @JsonProperty("hormonal-iud")
    HORMONAL_IUD,
    @JsonProperty("hormonal-implant")
    HORMONAL_IMPLANT,
    @JsonProperty("pregnancy")
    PREGNANCY,
    @JsonProperty("breastfeeding")
    BREASTFEEDING,
    @JsonProperty("perimenopause")
    PERIMENOPAUSE,
    /** From the first period on. It ends by itself after three years. */
    @JsonProperty("adolescence")
    ADOLESCENCE;

    /** Bleeding follows from these, and not from a cycle. */
    private static final Set<Mode> SUPPRESSING = EnumSet.of(COMBINED_PILL, HORMONAL_IUD, HORMONAL_IMPLANT, PREGNANCY);

    private static final Set<Mode> STAGES = EnumSet.of(PERIMENOPAUSE, ADOLESCENCE);

    /** The name in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean isSuppressing() {
        return SUPPRESSING.contains(this);
    }

    /** Whether both at once make no sense. Breastfeeding with an implant does, or perimenopause with the pill. */
    boolean excludes(Mode other) {
        return this == other
                || this == NONE
                || other == NONE
                || SUPPRESSING.contains(this) && SUPPRESSING.contains(other)
                || STAGES.contains(this) && STAGES.contains(other);
    }
}
