package health.lunaria.safeguards.encryption;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import java.util.Map;

/** Counts and times the calls to KMS by operation and outcome, as {@code lunaria.kms.calls}. */
final class MeteredKms implements Kms {

    private final Kms kms;
    private final MeterRegistry registry;

    MeteredKms(Kms kms, MeterRegistry registry) {
        this.kms = kms;
        this.registry = registry;
    }

    @Override
    public Uni<DataKey> generateDataKey(String keyId, Map<String, String> context) {
        return timed("generate-data-key", kms.generateDataKey(keyId, context));
    }

    @Override
    public Uni<KeyMaterial> decrypt(String keyId, byte[] wrapped, Map<String, String> context) {
        return timed("decrypt", kms.decrypt(keyId, wrapped, context));
    }

    @Override
    public Uni<byte[]> reEncrypt(
            String keyId, byte[] wrapped, Map<String, String> context, String toKeyId, Map<String, String> toContext) {
        return timed("re-encrypt", kms.reEncrypt(keyId, wrapped, context, toKeyId, toContext));
    }

    @Override
    public Uni<byte[]> publicKey(String keyId) {
        return timed("get-public-key", kms.publicKey(keyId));
    }

    @Override
    public Uni<byte[]> sign(String keyId, byte[] message) {
        return timed("sign", kms.sign(keyId, message));
    }

    private <T> Uni<T> timed(String operation, Uni<T> call) {
        return Uni.createFrom().deferred(() -> {
            Timer.Sample sample = Timer.start(registry);
            return call.onTermination()
                    .invoke((answer, failure, cancelled) ->
                            sample.stop(timer(operation, failure == null && !cancelled ? "success" : "failure")));
        });
    }

    private Timer timer(String operation, String outcome) {
        return Timer.builder("lunaria.kms.calls")
                .description("Calls to the key management service")
                .tag("operation", operation)
                .tag("outcome", outcome)
                .register(registry);
    }
}
