package health.lunaria.safeguards.auditing;

import java.security.SecureRandom;
import java.util.UUID;

/** Makes UUIDs of version 7 (RFC 9562, section 5.7): 48 bits of milliseconds, 74 random bits. Thread-safe. */
public final class EventIds {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT_RFC = 0x8000000000000000L;

    private EventIds() {}

    public static UUID at(long epochMillis) {
        long random = RANDOM.nextLong();
        long high = epochMillis << 16 | VERSION_7 | random & 0x0FFFL;
        long low = VARIANT_RFC | RANDOM.nextLong() & 0x3FFFFFFFFFFFFFFFL;
        return new UUID(high, low);
    }
}
