package health.lunaria.safeguards.encryption;

import health.lunaria.safeguards.aws.AwsCalls;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsAsyncClient;
import software.amazon.awssdk.services.kms.model.DataKeySpec;
import software.amazon.awssdk.services.kms.model.MessageType;
import software.amazon.awssdk.services.kms.model.SigningAlgorithmSpec;

/** {@link Kms} by the AWS KMS API. Time-outs and retries are the SDK's, set in {@code quarkus.kms.*}. Thread-safe. */
final class AwsKms implements Kms {

    private final KmsAsyncClient client;

    AwsKms(KmsAsyncClient client) {
        this.client = client;
    }

    @Override
    public Uni<DataKey> generateDataKey(String keyId, Map<String, String> context) {
        return call(() -> client.generateDataKey(request ->
                        request.keyId(keyId).encryptionContext(context).keySpec(DataKeySpec.AES_256)))
                .map(answer -> new DataKey(
                        material(answer.plaintext()), answer.ciphertextBlob().asByteArray()));
    }

    @Override
    public Uni<KeyMaterial> decrypt(String keyId, byte[] wrapped, Map<String, String> context) {
        return call(() -> client.decrypt(request -> request.keyId(keyId)
                        .encryptionContext(context)
                        .ciphertextBlob(SdkBytes.fromByteArray(wrapped))))
                .map(answer -> material(answer.plaintext()));
    }

    @Override
    public Uni<byte[]> reEncrypt(
            String keyId, byte[] wrapped, Map<String, String> context, String toKeyId, Map<String, String> toContext) {
        return call(() -> client.reEncrypt(request -> request.sourceKeyId(keyId)
                        .sourceEncryptionContext(context)
                        .ciphertextBlob(SdkBytes.fromByteArray(wrapped))
                        .destinationKeyId(toKeyId)
                        .destinationEncryptionContext(toContext)))
                .map(answer -> answer.ciphertextBlob().asByteArray());
    }

    @Override
    public Uni<byte[]> publicKey(String keyId) {
        return call(() -> client.getPublicKey(request -> request.keyId(keyId)))
                .map(answer -> answer.publicKey().asByteArray());
    }

    @Override
    public Uni<byte[]> sign(String keyId, byte[] message) {
        return call(() -> client.sign(request -> request.keyId(keyId)
                        .signingAlgorithm(SigningAlgorithmSpec.ED25519_SHA_512)
                        .messageType(MessageType.RAW)
                        .message(SdkBytes.fromByteArray(message))))
                .map(answer -> answer.signature().asByteArray());
    }

    private static KeyMaterial material(SdkBytes plaintext) {
        return KeyMaterial.takeOver(plaintext.asByteArray());
    }

    private static <T> Uni<T> call(Supplier<CompletionStage<T>> call) {
        return AwsCalls.call(call)
                .onFailure()
                .transform(failure -> new KeysUnavailableException("KMS did not answer the call", failure));
    }
}
