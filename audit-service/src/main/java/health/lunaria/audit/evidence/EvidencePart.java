package health.lunaria.audit.evidence;

import health.lunaria.audit.AuditProblem;
import health.lunaria.safeguards.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** One part of a bundle. It leaves nothing out silently: where there is too much, it fails. */
interface EvidencePart {

    /** The files of the part, in any order. Called outside of any transaction. */
    Uni<List<EvidenceFile>> files(Scope scope);

    /**
     * What was found, if it is not more than a part may have.
     *
     * @param found up to one more than {@code most}
     * @return fails with {@code evidence-too-large} (409)
     */
    static <T> List<T> allOf(List<T> found, int most) {
        if (found.size() > most) {
            throw new ProblemException(AuditProblem.EVIDENCE_TOO_LARGE);
        }
        return found;
    }
}
