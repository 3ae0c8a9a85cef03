package health.lunaria.benchmarks;

import java.util.List;

/**
 * A step of the ladder: cycle-service with one safeguard more than on the step before. The last one is the product. Those
 * below it are the product's package with classes exchanged, so that the product itself has no switch for its safeguards.
 */
enum Rung {
    PLAIN(
            "plain",
            List.of(
                    "health/lunaria/safeguards/auditing/OutboxAuditor.class",
                    "health/lunaria/safeguards/encryption/StoredSubjectKeys.class",
                    "health/lunaria/safeguards/encryption/SubjectKey.class")),
    ENCRYPTION("+ encryption", List.of("health/lunaria/safeguards/auditing/OutboxAuditor.class")),
    AUDIT("+ audit", List.of());

    private final String label;
    private final List<String> exchanged;

    Rung(String label, List<String> exchanged) {
        this.label = label;
        this.exchanged = exchanged;
    }

    String label() {
        return label;
    }

    /** Class files of safeguards that are exchanged on this step. */
    List<String> exchanged() {
        return exchanged;
    }
}
