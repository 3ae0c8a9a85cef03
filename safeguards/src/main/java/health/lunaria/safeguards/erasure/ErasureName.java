package health.lunaria.safeguards.erasure;

import health.lunaria.safeguards.identity.Subject;
import java.util.UUID;

/** Under which name the log's entries about an erasure stand: one that leads to nobody. No OpenID provider gives such a subject. */
public final class ErasureName {

    private static final String PREFIX = "erasure:";

    private ErasureName() {}

    public static Subject of(UUID erasure) {
        return new Subject(PREFIX + erasure);
    }
}
