package health.lunaria.safeguards.encryption;

import health.lunaria.safeguards.encryption.Keyring.WrappedServiceKey;
import health.lunaria.safeguards.encryption.ServiceKey.Purpose;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The service's own keys, loaded once from the keyring (wrapped by KMS with the context {service, epoch, purpose}) and
 * kept for the life of the process. Until they are there the service is not ready and every request that needs one ends
 * with 503; loading is tried again every second.
 */
@ApplicationScoped
public class ServiceKeys {

    private static final Logger LOG = Logger.getLogger(ServiceKeys.class);

    private final String service;
    private final Keyring keyring;
    private final Kms kms;
    private final Map<Purpose, ServiceKey> keys = new ConcurrentHashMap<>();

    ServiceKeys(@ConfigProperty(name = "quarkus.application.name") String service, Keyring keyring, Kms kms) {
        this.service = service;
        this.keyring = keyring;
        this.kms = kms;
    }

    /** @throws KeysUnavailableException while the key is not loaded */
    public ServiceKey get(Purpose purpose) {
        ServiceKey key = keys.get(purpose);
        if (key == null) {
            throw new KeysUnavailableException("The service's own keys are not loaded yet");
        }
        return key;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> loadMissing() {
        if (areLoaded()) {
            return Uni.createFrom().voidItem();
        }
        return Multi.createFrom()
                .items(Purpose.values())
                .filter(purpose -> !keys.containsKey(purpose))
                .onItem()
                .transformToUniAndConcatenate(this::load)
                .onItem()
                .ignoreAsUni()
                .invoke(() -> LOG.info("The service's own keys are loaded"))
                .onFailure()
                .recoverWithItem(this::reportFailure);
    }

    private Void reportFailure(Throwable failure) {
        LOG.warnf("The service's own keys cannot be loaded yet: %s", failure.getMessage());
        return null;
    }

    private Uni<Void> load(Purpose purpose) {
        return keyring.serviceKey(purpose.name())
                .chain(found -> found.isPresent() ? open(purpose, found.get()) : create(purpose));
    }

    private Uni<Void> open(Purpose purpose, WrappedServiceKey key) {
        return kms.decrypt(
                        key.epoch().kmsKeyId(),
                        key.wrapped(),
                        KmsContext.ofPurpose(service, key.epoch().number(), purpose.name()))
                .invoke(material -> keys.put(purpose, new ServiceKey(service, purpose, material)))
                .replaceWithVoid();
    }

    /** Reads back what was stored: another replica may have stored its key first, and then that one counts. */
    private Uni<Void> create(Purpose purpose) {
        return keyring.openEpoch()
                .chain(epoch -> kms.generateDataKey(
                                epoch.kmsKeyId(), KmsContext.ofPurpose(service, epoch.number(), purpose.name()))
                        .invoke(key -> key.clear().destroy())
                        .chain(key ->
                                keyring.insertServiceKey(purpose.name(), new WrappedServiceKey(epoch, key.wrapped()))))
                .chain(() -> keyring.serviceKey(purpose.name()))
                .chain(stored -> open(purpose, stored.orElseThrow(ServiceKeys::vanished)));
    }

    boolean areLoaded() {
        return keys.size() == Purpose.values().length;
    }

    private static KeysUnavailableException vanished() {
        return new KeysUnavailableException("A service key vanished from the keyring");
    }
}
