package health.lunaria.safeguards.encryption;

import java.util.Map;

/** What KMS is told about a key that it wraps, and told again to open it: never about a person. Part of a stored format. */
final class KmsContext {

    private KmsContext() {}

    static Map<String, String> ofShard(String service, int epoch, int shard) {
        return Map.of("service", service, "epoch", Integer.toString(epoch), "shard", Integer.toString(shard));
    }

    static Map<String, String> ofPurpose(String service, int epoch, String purpose) {
        return Map.of("service", service, "epoch", Integer.toString(epoch), "purpose", purpose);
    }
}
