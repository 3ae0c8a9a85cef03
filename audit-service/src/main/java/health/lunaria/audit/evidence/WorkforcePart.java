package health.lunaria.audit.evidence;

import health.lunaria.audit.AuditProblem;
import health.lunaria.audit.workforce.Proof;
import health.lunaria.audit.workforce.Roster;
import health.lunaria.audit.workforce.RosterEntry;
import health.lunaria.audit.workforce.Standing;
import health.lunaria.safeguards.auditing.Actor;
import health.lunaria.safeguards.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Who belonged to the workforce in the period, without names, and how she stood at its end. */
@ApplicationScoped
class WorkforcePart implements EvidencePart {

    private static final Duration INSTANT = Duration.ofNanos(1);

    /** The register keeps the last proof of each kind only. */
    private static final String RENEWED_LATER = "not-known-renewed-later";

    private final Roster roster;

    WorkforcePart(Roster roster) {
        this.roster = roster;
    }

    @Override
    public Uni<List<EvidenceFile>> files(Scope scope) {
        return roster.read(Actor.staff(Roles.AUDITOR)).map(all -> List.of(table(all, scope.period())));
    }

    private static EvidenceFile table(List<RosterEntry> all, Period period) {
        Csv table = new Csv()
                .row(
                        "staff",
                        "role",
                        "joined",
                        "left",
                        "course",
                        "trained",
                        "training_expires",
                        "policy",
                        "acknowledged",
                        "acknowledgement_expires",
                        "state");
        all.stream()
                .filter(entry -> belonged(entry.standing(), period))
                .sorted(Comparator.comparing(entry -> StaffId.of(entry.ref())))
                .forEach(entry -> row(table, StaffId.of(entry.ref()), entry.standing(), period));
        return table.file("workforce/training.csv");
    }

    private static boolean belonged(Standing standing, Period period) {
        boolean joined = !standing.joinedOn().isAfter(period.to());
        return joined && (standing.leftOn() == null || standing.leftOn().isAfter(period.from()));
    }

    private static void row(Csv table, String staff, Standing standing, Period period) {
        Proof training = standing.training();
        Proof policy = standing.acknowledgement();
        table.row(
                staff,
                standing.role().token(),
                standing.joinedOn(),
                standing.leftOn(),
                training == null ? null : training.of(),
                training == null ? null : training.at(),
                training == null ? null : training.expiresAt(),
                policy == null ? null : policy.of(),
                policy == null ? null : policy.at(),
                policy == null ? null : policy.expiresAt(),
                state(standing, period.end().minus(INSTANT)));
    }

    private static String state(Standing standing, Instant last) {
        if (isLater(standing.training(), last) || isLater(standing.acknowledgement(), last)) {
            return RENEWED_LATER;
        }
        return standing.lacks(last).map(AuditProblem::slug).orElse("good");
    }

    private static boolean isLater(Proof proof, Instant last) {
        return proof != null && proof.at().isAfter(last);
    }
}
