package health.lunaria.safeguards.encryption;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready before the service's own keys are loaded: no user could be told from another. */
@Readiness
@ApplicationScoped
class ServiceKeysCheck implements HealthCheck {

    private final ServiceKeys keys;

    ServiceKeysCheck(ServiceKeys keys) {
        this.keys = keys;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("service keys")
                .status(keys.areLoaded())
                .build();
    }
}
