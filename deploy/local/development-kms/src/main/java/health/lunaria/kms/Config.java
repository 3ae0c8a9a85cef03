package health.lunaria.kms;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/**
 * How a development KMS runs.
 *
 * @param profile {@code local} or {@code test}; anything else is refused, because this is no KMS for production
 * @param port on the loopback interface; 0 takes a free one
 * @param region the region that callers must sign for
 * @param directory where sealed keys are kept; made when missing
 * @param rootSecret 32 bytes that seal the keys on disk
 * @param administrator the principal that makes and deletes keys and can use none
 * @param services the principals that use keys
 * @param epochJob the principal that makes, uses and deletes the services' symmetric keys; {@code null} for none
 * @param clock for signatures and deletion dates
 */
public record Config(
        String profile,
        int port,
        String region,
        Path directory,
        byte[] rootSecret,
        Principal administrator,
        List<Principal> services,
        Principal epochJob,
        Clock clock) {

    private static final Set<String> PROFILES = Set.of("local", "test");
    private static final int ROOT_SECRET_LENGTH = 32;

    public Config {
        if (!PROFILES.contains(profile)) {
            throw new IllegalArgumentException("The development KMS runs in the profiles local and test only");
        }
        if (rootSecret.length != ROOT_SECRET_LENGTH) {
            throw new IllegalArgumentException("The root secret has " + ROOT_SECRET_LENGTH + " bytes");
        }
        services = List.copyOf(services);
    }

    /** Without anybody who turns epochs. */
    public Config(
            String profile,
            int port,
            String region,
            Path directory,
            byte[] rootSecret,
            Principal administrator,
            List<Principal> services,
            Clock clock) {
        this(profile, port, region, directory, rootSecret, administrator, services, null, clock);
    }

    /** The same on another port, for a restart that callers must not notice. */
    public Config withPort(int other) {
        return new Config(profile, other, region, directory, rootSecret, administrator, services, epochJob, clock);
    }

    @Override
    public String toString() {
        return "Config[" + profile + ", port " + port + "]";
    }
}
