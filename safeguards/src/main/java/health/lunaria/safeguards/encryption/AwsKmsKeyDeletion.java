package health.lunaria.safeguards.encryption;

import health.lunaria.safeguards.aws.AwsCalls;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.kms.KmsAsyncClient;
import software.amazon.awssdk.services.kms.model.DescribeKeyResponse;
import software.amazon.awssdk.services.kms.model.KeyMetadata;
import software.amazon.awssdk.services.kms.model.KeyState;

/** {@link KmsKeyDeletion} by the AWS KMS API. Time-outs and retries are the SDK's, set in {@code quarkus.kms.*}. Thread-safe. */
final class AwsKmsKeyDeletion implements KmsKeyDeletion {

    private final KmsAsyncClient client;

    AwsKmsKeyDeletion(KmsAsyncClient client) {
        this.client = client;
    }

    @Override
    public Uni<Instant> schedule(String keyId) {
        return scheduledFor(keyId)
                .chain(found -> found.isPresent() ? Uni.createFrom().item(found.get()) : scheduleNow(keyId))
                .onFailure()
                .transform(failure -> new KeysUnavailableException("KMS did not take the key for deletion", failure));
    }

    @Override
    public Uni<Optional<Instant>> scheduled(String keyId) {
        return scheduledFor(keyId)
                .onFailure()
                .transform(failure -> new KeysUnavailableException("KMS did not describe the key", failure));
    }

    private Uni<Optional<Instant>> scheduledFor(String keyId) {
        return AwsCalls.call(() -> client.describeKey(request -> request.keyId(keyId)))
                .map(DescribeKeyResponse::keyMetadata)
                .map(key -> Optional.of(key)
                        .filter(one -> one.keyState() == KeyState.PENDING_DELETION)
                        .map(KeyMetadata::deletionDate));
    }

    private Uni<Instant> scheduleNow(String keyId) {
        return AwsCalls.call(() -> client.scheduleKeyDeletion(
                        request -> request.keyId(keyId).pendingWindowInDays(WAITING_DAYS)))
                .map(answer -> answer.deletionDate());
    }
}
