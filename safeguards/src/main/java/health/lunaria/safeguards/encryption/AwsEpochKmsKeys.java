package health.lunaria.safeguards.encryption;

import health.lunaria.safeguards.aws.AwsCalls;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.kms.KmsAsyncClient;
import software.amazon.awssdk.services.kms.model.KeyListEntry;
import software.amazon.awssdk.services.kms.model.KeyState;
import software.amazon.awssdk.services.kms.model.Tag;

/**
 * {@link EpochKmsKeys} by the AWS KMS API. The tag {@code lunaria:principal} lets the service use the key, {@code lunaria:epoch}
 * says what it is for. Time-outs and retries are the client's.
 */
final class AwsEpochKmsKeys implements EpochKmsKeys {

    private static final String PRINCIPAL_TAG = "lunaria:principal";
    private static final String EPOCH_TAG = "lunaria:epoch";

    private final KmsAsyncClient client;

    AwsEpochKmsKeys(KmsAsyncClient client) {
        this.client = client;
    }

    @Override
    public Uni<String> of(String service, int epoch) {
        List<Tag> tags = List.of(tag(PRINCIPAL_TAG, service), tag(EPOCH_TAG, Integer.toString(epoch)));
        return made(tags, null)
                .chain(found -> found.isPresent() ? Uni.createFrom().item(found.get()) : make(service, epoch, tags))
                .onFailure()
                .transform(failure -> new KeysUnavailableException("KMS did not give a key for an epoch", failure));
    }

    /** The first one with these tags that is of use, page by page. */
    private Uni<Optional<String>> made(List<Tag> tags, String marker) {
        return AwsCalls.call(() -> client.listKeys(request -> request.marker(marker)))
                .chain(page -> firstOf(page.keys(), tags)
                        .chain(found -> found.isPresent() || !page.truncated()
                                ? Uni.createFrom().item(found)
                                : made(tags, page.nextMarker())));
    }

    private Uni<Optional<String>> firstOf(List<KeyListEntry> keys, List<Tag> tags) {
        return Multi.createFrom()
                .iterable(keys)
                .onItem()
                .transformToUniAndConcatenate(key -> isMade(key, tags).map(made -> made ? key.keyArn() : ""))
                .filter(arn -> !arn.isEmpty())
                .toUni()
                .map(Optional::ofNullable);
    }

    private Uni<Boolean> isMade(KeyListEntry key, List<Tag> tags) {
        return AwsCalls.call(() -> client.listResourceTags(request -> request.keyId(key.keyId())))
                .chain(answer -> answer.tags().containsAll(tags)
                        ? isEnabled(key)
                        : Uni.createFrom().item(false));
    }

    private Uni<Boolean> isEnabled(KeyListEntry key) {
        return AwsCalls.call(() -> client.describeKey(request -> request.keyId(key.keyId())))
                .map(answer -> answer.keyMetadata().keyState() == KeyState.ENABLED);
    }

    private Uni<String> make(String service, int epoch, List<Tag> tags) {
        return AwsCalls.call(() -> client.createKey(
                        request -> request.description("Epoch " + epoch + " of " + service)
                                .tags(tags)))
                .map(answer -> answer.keyMetadata().arn());
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().tagKey(key).tagValue(value).build();
    }
}
