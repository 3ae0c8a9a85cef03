package health.lunaria.audit.drill;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * The one recorded last first.
 *
 * @param next cursor of the next page; {@code null} on the last one
 */
record DrillsResponse(List<Item> drills, String next) {

    static DrillsResponse of(List<Drill> drills, String next) {
        return new DrillsResponse(drills.stream().map(Item::from).toList(), next);
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            UUID id,
            Drill.Kind kind,
            String environment,
            Instant startedAt,
            Instant finishedAt,
            Drill.Outcome outcome,
            Long recoveryPointSeconds,
            Long recoveryTimeSeconds,
            String reportSha256,
            Instant recordedAt) {

        static Item from(Drill drill) {
            return new Item(
                    drill.id(),
                    drill.kind(),
                    drill.environment(),
                    drill.startedAt(),
                    drill.finishedAt(),
                    drill.outcome(),
                    drill.recoveryPointSeconds(),
                    drill.recoveryTimeSeconds(),
                    HexFormat.of().formatHex(drill.reportSha256()),
                    drill.recordedAt());
        }
    }
}
