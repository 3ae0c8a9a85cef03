package health.lunaria.audit.evidence;

import health.lunaria.audit.drill.Drill;
import health.lunaria.audit.drill.Drills;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** The backup and restore drills that ended in the period. */
@ApplicationScoped
class DrillPart implements EvidencePart {

    private static final int MOST = 10_000;

    private final Drills drills;

    DrillPart(Drills drills) {
        this.drills = drills;
    }

    @Override
    public Uni<List<EvidenceFile>> files(Scope scope) {
        Period period = scope.period();
        return drills.finished(period.start(), period.end(), MOST + 1)
                .map(found -> List.of(table(EvidencePart.allOf(found, MOST))));
    }

    private static EvidenceFile table(List<Drill> drills) {
        Csv table = new Csv()
                .row(
                        "drill",
                        "kind",
                        "environment",
                        "started",
                        "finished",
                        "outcome",
                        "recovery_point_seconds",
                        "recovery_time_seconds",
                        "report_sha256",
                        "recorded",
                        "recorded_by");
        drills.forEach(drill -> table.row(
                drill.id(),
                drill.kind().name().toLowerCase(Locale.ROOT),
                drill.environment(),
                drill.startedAt(),
                drill.finishedAt(),
                drill.outcome().name().toLowerCase(Locale.ROOT),
                drill.recoveryPointSeconds(),
                drill.recoveryTimeSeconds(),
                HexFormat.of().formatHex(drill.reportSha256()),
                drill.recordedAt(),
                StaffId.of(drill.recordedBy())));
        return table.file("drills/drills.csv");
    }
}
