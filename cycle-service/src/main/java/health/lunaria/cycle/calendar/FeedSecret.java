package health.lunaria.cycle.calendar;

import health.lunaria.safeguards.identity.Pseudonyms;
import java.security.SecureRandom;
import java.util.Base64;

/** What makes the address of a feed unguessable: 256 random bits in base64url, 43 characters. */
final class FeedSecret {

    static final int BYTES = 32;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String KIND = "calendar-feed";

    private FeedSecret() {}

    static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What is stored in its place. Of any text, so that one that cannot be a secret costs the same as one that is wrong. */
    static byte[] ref(Pseudonyms pseudonyms, String secret) {
        return pseudonyms.of(KIND, secret);
    }
}
