package health.lunaria.safeguards.encryption;

import health.lunaria.safeguards.encryption.KeyCache.Lifetime;
import health.lunaria.safeguards.identity.Pseudonyms;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.services.kms.KmsAsyncClient;

/** Puts the layers together, so that the whole hierarchy can be read in one place. */
class EncryptionBeans {

    private static final int SHARDS = 256;
    /** The open epoch and, while keys are re-wrapped, the one before it. */
    private static final int LIVE_EPOCHS = 2;

    @Produces
    @Singleton
    Kms kms(KmsAsyncClient client, MeterRegistry registry) {
        return new MeteredKms(new AwsKms(client), registry);
    }

    @Produces
    @Singleton
    CachingSubjectKeys cachingSubjectKeys(
            @ConfigProperty(name = "quarkus.application.name") String service,
            EncryptionConfig config,
            Keyring keyring,
            Kms kms,
            MeterRegistry registry) {
        ShardKeySource shardKeys = new CachingShardKeys(
                new StoredShardKeys(service, keyring, kms),
                new KeyCache<>(
                        "shard",
                        new Lifetime(config.shardKeyLifetime(), config.jitter()),
                        SHARDS * LIVE_EPOCHS,
                        ShardKey::copy,
                        ShardKey::destroy,
                        registry));
        return new CachingSubjectKeys(
                new StoredSubjectKeys(service, keyring, shardKeys),
                new KeyCache<>(
                        "subject",
                        new Lifetime(config.subjectKeyLifetime(), config.jitter()),
                        config.subjectKeysCached(),
                        SubjectKey::copy,
                        SubjectKey::destroy,
                        registry));
    }

    @Produces
    @Singleton
    SubjectKeys subjectKeys(Pseudonyms pseudonyms, CachingSubjectKeys subjectKeys) {
        return new LentSubjectKeys(pseudonyms, subjectKeys);
    }
}
