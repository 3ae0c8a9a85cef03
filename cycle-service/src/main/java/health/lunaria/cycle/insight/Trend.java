package health.lunaria.cycle.insight;

import health.lunaria.safeguards.redaction.Confidential;
import java.util.Map;

/**
 * How often something was logged in each phase.
 *
 * @param <T> what names it: a code of the catalogue, or her own word
 * @param days on how many days in all
 * @param rates of the logged days of each phase; a phase without a logged day is missing
 */
@Confidential
record Trend<T>(T of, int days, Map<Phase, Rate> rates) {

    @Override
    public String toString() {
        return "Trend[redacted]";
    }
}
