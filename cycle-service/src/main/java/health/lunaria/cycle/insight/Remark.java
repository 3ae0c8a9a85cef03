package health.lunaria.cycle.insight;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * What lies outside the range that FIGO calls normal. Lengths do when most of them do: one cycle or period by itself says
 * little.
 */
enum Remark {
    @JsonProperty("cycle-length")
    CYCLE_LENGTH,
    @JsonProperty("cycle-variation")
    CYCLE_VARIATION,
    @JsonProperty("period-length")
    PERIOD_LENGTH;

    static boolean isMostlyOutside(List<Integer> lengths, IntPredicate normal) {
        long outside = lengths.stream().filter(days -> !normal.test(days)).count();
        return 2 * outside > lengths.size();
    }
}
