package health.lunaria.cycle.sign;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The three ways in which readings can show a rise, in the order in which they are tried. "Above" is above the coverline, the
 * highest of the six readings before. The exceptions are never combined: each constant looks at the readings alone. The names
 * are part of the API: never rename one.
 */
public enum TemperatureRule {
    /** Three readings in a row are above, the third by 0.20 °C or more. */
    @JsonProperty("three-over-six")
    THREE_OVER_SIX(3) {
        @Override
        boolean holds(int[] above) {
            return above[0] > 0 && above[1] > 0 && above[2] >= CLEARLY;
        }
    },

    /** The third is above by less than that: a fourth has to be above, by however little. */
    @JsonProperty("first-exception")
    FIRST_EXCEPTION(4) {
        @Override
        boolean holds(int[] above) {
            return above[0] > 0 && above[1] > 0 && above[2] > 0 && above[3] > 0;
        }
    },

    /** The second or the third, one of them, is on or below the coverline and passed over: the fourth is above by 0.20 °C or more. */
    @JsonProperty("second-exception")
    SECOND_EXCEPTION(4) {
        @Override
        boolean holds(int[] above) {
            return above[0] > 0 && (above[1] > 0) != (above[2] > 0) && above[3] >= CLEARLY;
        }
    };

    /** In hundredths of a degree. */
    private static final int CLEARLY = 20;

    private final int readings;

    TemperatureRule(int readings) {
        this.readings = readings;
    }

    /** How many readings it looks at, from the first higher one on. */
    int readings() {
        return readings;
    }

    /** @param above by how much each reading is above the coverline, in hundredths of a degree; at least {@link #readings()} */
    abstract boolean holds(int[] above);
}
