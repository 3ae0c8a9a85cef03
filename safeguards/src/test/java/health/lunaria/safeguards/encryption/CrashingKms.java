package health.lunaria.safeguards.encryption;

import io.smallrye.mutiny.Uni;
import java.util.Map;

/** A KMS that stops to answer after so many calls, as it does for a process that dies. */
final class CrashingKms implements Kms {

    private final Kms kms;
    private int left;

    CrashingKms(Kms kms, int calls) {
        this.kms = kms;
        this.left = calls;
    }

    @Override
    public Uni<DataKey> generateDataKey(String keyId, Map<String, String> context) {
        return orCrash(kms.generateDataKey(keyId, context));
    }

    @Override
    public Uni<KeyMaterial> decrypt(String keyId, byte[] wrapped, Map<String, String> context) {
        return orCrash(kms.decrypt(keyId, wrapped, context));
    }

    @Override
    public Uni<byte[]> reEncrypt(
            String keyId, byte[] wrapped, Map<String, String> context, String toKeyId, Map<String, String> toContext) {
        return orCrash(kms.reEncrypt(keyId, wrapped, context, toKeyId, toContext));
    }

    @Override
    public Uni<byte[]> publicKey(String keyId) {
        return orCrash(kms.publicKey(keyId));
    }

    @Override
    public Uni<byte[]> sign(String keyId, byte[] message) {
        return orCrash(kms.sign(keyId, message));
    }

    private <T> Uni<T> orCrash(Uni<T> call) {
        return Uni.createFrom()
                .deferred(() -> left-- > 0 ? call : Uni.createFrom().failure(new Crash()));
    }
}
