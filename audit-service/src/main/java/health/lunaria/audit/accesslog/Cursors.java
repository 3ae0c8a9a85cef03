package health.lunaria.audit.accesslog;

import health.lunaria.audit.AuditProblem;
import health.lunaria.safeguards.encryption.Locator;
import health.lunaria.safeguards.encryption.RecordAddress;
import health.lunaria.safeguards.encryption.SealBrokenException;
import health.lunaria.safeguards.encryption.ServiceKey.Purpose;
import health.lunaria.safeguards.encryption.ServiceKeys;
import health.lunaria.safeguards.identity.SubjectRef;
import health.lunaria.safeguards.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

/**
 * Says where to go on in an access log: the index before which to read, sealed for one subject, so that it neither tells
 * how much happens in the suite nor works for anyone else. A new form of the content needs a new format version, and
 * cursors of the old one are then refused like any other that is not ours.
 */
@ApplicationScoped
class Cursors {

    static final int FORMAT = 1;

    private final ServiceKeys keys;

    Cursors(ServiceKeys keys) {
        this.keys = keys;
    }

    /** URL-safe without padding. */
    String before(SubjectRef subject, long index) {
        byte[] sealed = keys.get(Purpose.CURSOR).seal(address(subject), ByteBuffer.allocate(Long.BYTES).putLong(index).array());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /** @throws ProblemException 400 {@code invalid-cursor} if it is not one that this subject was given */
    long index(SubjectRef subject, String cursor) {
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(cursor);
            return ByteBuffer.wrap(keys.get(Purpose.CURSOR).open(address(subject), sealed)).getLong();
        } catch (IllegalArgumentException | SealBrokenException notOurs) {
            throw new ProblemException(AuditProblem.INVALID_CURSOR);
        }
    }

    /** Half of the pseudonym, 128 bits of a MAC, is enough to tell subjects apart. */
    private static RecordAddress address(SubjectRef subject) {
        Locator owner = Locator.of(Arrays.copyOf(subject.bytes(), Locator.LENGTH));
        return new RecordAddress("access_log", "cursor", owner, FORMAT, 0);
    }
}
