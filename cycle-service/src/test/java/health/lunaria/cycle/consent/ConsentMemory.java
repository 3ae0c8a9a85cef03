package health.lunaria.cycle.consent;

import com.github.benmanes.caffeine.cache.Cache;
import io.quarkus.arc.ClientProxy;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.Field;

/** What the service remembers of consents, so that a test need not wait for the time after which it asks again. */
@ApplicationScoped
public class ConsentMemory {

    private final Consents consents;

    ConsentMemory(Consents consents) {
        this.consents = consents;
    }

    public void forget() {
        try {
            Field granted = Consents.class.getDeclaredField("granted");
            granted.setAccessible(true);
            ((Cache<?, ?>) granted.get(ClientProxy.unwrap(consents))).invalidateAll();
        } catch (ReflectiveOperationException renamed) {
            throw new IllegalStateException(renamed);
        }
    }
}
