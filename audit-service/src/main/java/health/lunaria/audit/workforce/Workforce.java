package health.lunaria.audit.workforce;

import health.lunaria.safeguards.encryption.SubjectKeys;
import health.lunaria.safeguards.identity.Pseudonyms;
import health.lunaria.safeguards.identity.SubjectRef;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;

/** What other features ask of the register. */
@ApplicationScoped
public class Workforce {

    /** Never change it: the pseudonyms of all members come from it. */
    private static final String KIND = "workforce-member";

    private final Pseudonyms pseudonyms;
    private final SubjectKeys keys;
    private final MemberService members;

    Workforce(Pseudonyms pseudonyms, SubjectKeys keys, MemberService members) {
        this.pseudonyms = pseudonyms;
        this.keys = keys;
        this.members = members;
    }

    /**
     * The pseudonym of a member as such. It differs from the one that she has as a user, so that the two do not join, and
     * that her record stays when she has what is hers as a user erased.
     *
     * @param person subject of her access tokens
     */
    public SubjectRef ref(String person) {
        return SubjectRef.of(pseudonyms.of(KIND, person));
    }

    /** How these people stand by what the register says now. Not to be called inside a transaction: it needs their keys. */
    public Uni<Standings> standings(Collection<String> people) {
        return Multi.createFrom()
                .iterable(people)
                .onItem()
                .transformToUniAndConcatenate(person -> standing(person).map(standing -> Map.entry(person, standing)))
                .collect()
                .asMap(Map.Entry::getKey, Map.Entry::getValue)
                .map(Standings::new);
    }

    private Uni<Standing> standing(String person) {
        return keys.usingExisting(ref(person), members::standing).map(found -> found.orElse(Standing.NONE));
    }
}
