package health.lunaria.audit.event;

import health.lunaria.audit.log.Leaf;
import health.lunaria.safeguards.identity.SubjectRef;
import java.util.UUID;

/**
 * An event as it is stored: the leaf for the log, and what opens it, sealed under the subject's key.
 *
 * @param sealed {@code null}, as the subject, if she was erased: then only the leaf is stored
 */
public record SealedEvent(UUID id, SubjectRef subject, Leaf leaf, byte[] sealed) {

    boolean isToBeKept() {
        return sealed != null;
    }
}
