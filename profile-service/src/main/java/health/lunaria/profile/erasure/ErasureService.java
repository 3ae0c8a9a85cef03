package health.lunaria.profile.erasure;

import health.lunaria.profile.ProfileProblem;
import health.lunaria.safeguards.auditing.Actor;
import health.lunaria.safeguards.auditing.Auditor;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.problem.CommonProblem;
import health.lunaria.safeguards.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Takes orders of erasures: each call is one transaction with its audit record in it. */
@ApplicationScoped
public class ErasureService {

    private final ErasureOrderRows rows;
    private final ErasureConfig config;
    private final Auditor auditor;
    private final Clock clock = Clock.systemUTC();

    ErasureService(ErasureOrderRows rows, ErasureConfig config, Auditor auditor) {
        this.rows = rows;
        this.config = config;
        this.auditor = auditor;
    }

    /**
     * Orders an erasure. If one is open that one stays, and begins earlier if it is wanted earlier now.
     *
     * @param coolingOff how long it can be cancelled; {@code null} for the usual time
     */
    @WithTransaction
    Uni<ErasureOrder> order(Subject subject, SubjectKey key, Duration coolingOff) {
        return order(subject, key, coolingOff == null ? config.coolingOff() : coolingOff, Actor.self());
    }

    private Uni<ErasureOrder> order(Subject subject, SubjectKey key, Duration coolingOff, Actor actor) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant start = now.plus(coolingOff);
        return rows.insert(key.subject(), subject, now, start)
                .chain(() -> rows.bringForward(key.subject(), start))
                .chain(() -> rows.open(key.subject()))
                .map(Optional::orElseThrow)
                .call(() -> auditor.record(subject, actor, "profile.erasure.write"));
    }

    /** The same by policy and not by her will, of somebody who left: she has the usual time to cancel it. */
    @WithTransaction
    public Uni<Void> begin(Subject subject, SubjectKey key) {
        return order(subject, key, config.coolingOff(), Actor.service("profile-service"))
                .replaceWithVoid();
    }

    /** The one that is open; 404 if there is none. */
    @WithTransaction
    Uni<ErasureOrder> read(Subject subject, SubjectKey key) {
        return find(key).call(() -> auditor.record(subject, "profile.erasure.read"));
    }

    /** Cancels the one that is open; 404 if there is none, 409 if it runs. */
    @WithTransaction
    Uni<Void> cancel(Subject subject, SubjectKey key) {
        return find(key)
                .chain(order -> rows.cancel(order.id(), clock.instant()))
                .invoke(cancelled -> {
                    if (cancelled == 0) {
                        throw new ProblemException(ProfileProblem.ERASURE_UNDER_WAY);
                    }
                })
                .chain(() -> auditor.record(subject, "profile.erasure.write"));
    }

    private Uni<ErasureOrder> find(SubjectKey key) {
        return rows.open(key.subject())
                .map(found -> found.orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND)));
    }
}
