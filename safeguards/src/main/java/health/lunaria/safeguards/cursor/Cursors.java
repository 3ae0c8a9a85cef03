package health.lunaria.safeguards.cursor;

import health.lunaria.safeguards.encryption.Locator;
import health.lunaria.safeguards.encryption.RecordAddress;
import health.lunaria.safeguards.encryption.SealBrokenException;
import health.lunaria.safeguards.encryption.ServiceKey.Purpose;
import health.lunaria.safeguards.encryption.ServiceKeys;
import health.lunaria.safeguards.identity.SubjectRef;
import health.lunaria.safeguards.problem.CommonProblem;
import health.lunaria.safeguards.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Base64;

/**
 * Says where to go on in a list: a position in it, sealed for one subject, so that it tells nothing and works for nobody
 * else. A new form of the content needs a new format version, and cursors of the old one are then refused like any other
 * that is not ours.
 */
@ApplicationScoped
public class Cursors {

    public static final int FORMAT = 1;

    private final ServiceKeys keys;

    public Cursors(ServiceKeys keys) {
        this.keys = keys;
    }

    /**
     * @param list name of the list, a constant
     * @return URL-safe without padding
     */
    public String of(SubjectRef subject, String list, byte[] position) {
        byte[] sealed = keys.get(Purpose.CURSOR).seal(address(subject, list), position);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /** @throws ProblemException 400 {@code invalid-cursor} if it is not one that this subject was given for this list */
    public byte[] position(SubjectRef subject, String list, String cursor) {
        try {
            return keys.get(Purpose.CURSOR)
                    .open(address(subject, list), Base64.getUrlDecoder().decode(cursor));
        } catch (IllegalArgumentException | SealBrokenException notOurs) {
            throw new ProblemException(CommonProblem.INVALID_CURSOR);
        }
    }

    /** Half of the pseudonym, 128 bits of a MAC, is enough to tell subjects apart. */
    private static RecordAddress address(SubjectRef subject, String list) {
        Locator owner = Locator.of(Arrays.copyOf(subject.bytes(), Locator.LENGTH));
        return new RecordAddress(list, "cursor", owner, FORMAT, 0);
    }
}
