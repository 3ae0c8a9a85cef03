package health.lunaria.safeguards.encryption;

import health.lunaria.safeguards.encryption.ServiceKey.Purpose;
import java.util.EnumMap;
import java.util.Map;

/** A service's own keys, loaded, without a keyring and KMS behind them. */
public final class FixedServiceKeys extends ServiceKeys {

    private final Map<Purpose, ServiceKey> keys = new EnumMap<>(Purpose.class);

    private FixedServiceKeys(String service, int key) {
        super(service, null, null);
        for (Purpose purpose : Purpose.values()) {
            keys.put(purpose, new ServiceKey(service, purpose, TestKeys.material(key + purpose.ordinal())));
        }
    }

    /** @param key tells the keys of one service from those of another */
    public static ServiceKeys of(String service, int key) {
        return new FixedServiceKeys(service, key);
    }

    /** As they are before they are loaded. */
    public static ServiceKeys notLoaded() {
        return new ServiceKeys(TestKeys.SERVICE, null, null);
    }

    @Override
    public ServiceKey get(Purpose purpose) {
        return keys.get(purpose);
    }
}
