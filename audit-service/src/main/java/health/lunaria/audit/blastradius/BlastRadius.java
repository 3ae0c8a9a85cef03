package health.lunaria.audit.blastradius;

import health.lunaria.safeguards.identity.SubjectRef;
import health.lunaria.safeguards.redaction.Confidential;
import java.util.List;

/**
 * Whose data was accessed in a time range, as far as the log says it in clear.
 *
 * @param events accesses that are not erased
 * @param erased accesses whose content was erased since, with their person
 * @param persons how many different people
 * @param refs their pseudonyms in this service, up to {@value #MOST_REFS}
 * @param complete whether that is all: else there are more events or people than were looked at
 */
@Confidential
record BlastRadius(long events, long erased, long persons, List<SubjectRef> refs, boolean complete) {

    static final int MOST_EVENTS = 1_000_000;
    static final int MOST_REFS = 1_000;

    @Override
    public String toString() {
        return "BlastRadius[redacted]";
    }
}
