package health.lunaria.cycle.correction;

import health.lunaria.safeguards.redaction.Confidential;
import java.time.LocalDate;
import java.util.Objects;

/**
 * One correction.
 *
 * @param date what it means depends on the {@linkplain CorrectionKind kind}
 * @param reason why a cycle is excluded; {@code null} for the other kinds
 */
@Confidential
public record Correction(LocalDate date, CorrectionKind kind, ExclusionReason reason) {

    public Correction {
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(kind, "kind");
        if ((reason != null) != (kind == CorrectionKind.EXCLUDED_CYCLE)) {
            throw new IllegalArgumentException("an excluded cycle has a reason, and nothing else has one");
        }
    }

    @Override
    public String toString() {
        return "Correction[redacted]";
    }
}
