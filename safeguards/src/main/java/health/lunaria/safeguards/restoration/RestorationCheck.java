package health.lunaria.safeguards.restoration;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while a restored backup is not up to date. */
@Readiness
@ApplicationScoped
class RestorationCheck implements HealthCheck {

    private final Restorations restorations;

    RestorationCheck(Restorations restorations) {
        this.restorations = restorations;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("restoration")
                .status(restorations.areReplayed())
                .build();
    }
}
