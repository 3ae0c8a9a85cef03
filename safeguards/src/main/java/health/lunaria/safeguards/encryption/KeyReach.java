package health.lunaria.safeguards.encryption;

import health.lunaria.safeguards.identity.SubjectRef;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;

/**
 * Tells under which keys the data of people lies, without touching any: what an incident needs to know. Call it outside of any
 * transaction, as it asks the keyring.
 */
@ApplicationScoped
public class KeyReach {

    static final int MOST = 10_000;

    private final Keyring keyring;

    KeyReach(Keyring keyring) {
        this.keyring = keyring;
    }

    /**
     * How many of these people have a key below the KMS key of which epoch, in this service. Whoever is in no epoch has no key
     * any more, so that nothing of hers can be opened.
     *
     * @param subjects up to {@value #MOST}
     */
    public Uni<Map<Integer, Long>> countByEpoch(Collection<SubjectRef> subjects) {
        if (subjects.size() > MOST) {
            throw new IllegalArgumentException("The keyring is asked about " + MOST + " subjects at most");
        }
        return keyring.countByEpoch(subjects);
    }
}
