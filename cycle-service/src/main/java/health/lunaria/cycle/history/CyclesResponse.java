package health.lunaria.cycle.history;

import health.lunaria.safeguards.redaction.Confidential;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Cycles, oldest first; the last one is running: its {@code end} and {@code lengthDays} are null. An
 * excluded one counts in no statistic and in no prediction.
 */
@Confidential
public record CyclesResponse(List<Item> cycles) {

    public static CyclesResponse from(CycleHistory history) {
        return new CyclesResponse(history.cycles().stream().map(Item::from).toList());
    }

    @Confidential
    @Schema(name = "Cycle")
    public record Item(LocalDate start, LocalDate end, Integer lengthDays, int periodDays, boolean excluded) {

        public static Item from(Cycle cycle) {
            return new Item(cycle.start(), cycle.end(), cycle.lengthDays(), cycle.periodDays(), cycle.excluded());
        }

        @Override
        public String toString() {
            return "Item[redacted]";
        }
    }

    @Override
    public String toString() {
        return "CyclesResponse[redacted]";
    }
}
