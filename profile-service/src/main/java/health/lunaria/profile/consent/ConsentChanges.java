package health.lunaria.profile.consent;

import health.lunaria.safeguards.aws.AwsCalls;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.problem.Causes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Tells the services that remember what somebody said about her health data that she said something else; see ADR 0032. */
@ApplicationScoped
class ConsentChanges {

    private static final Logger LOG = Logger.getLogger(ConsentChanges.class);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final ConsentChangeClient cycleService;

    ConsentChanges(@RestClient ConsentChangeClient cycleService) {
        this.cycleService = cycleService;
    }

    /**
     * After the change is committed, so that whoever asks then hears of it. Never fails: without this call the change takes
     * effect within 30 seconds. Completes on the caller's context.
     */
    Uni<Void> tell(Subject subject) {
        return Uni.createFrom()
                .deferred(() -> cycleService.changed(new ConsentChangeClient.Change(subject.id())))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .invoke(ConsentChanges::report)
                .onFailure()
                .recoverWithNull()
                .emitOn(AwsCalls.caller());
    }

    private static void report(Throwable failure) {
        LOG.warnf("A change of consent takes effect within 30 s only: %s", Causes.describe(failure));
    }
}
