package health.lunaria.profile.session;

import health.lunaria.profile.provider.IdentityProvider;
import health.lunaria.profile.provider.LoginSession;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.problem.CommonProblem;
import health.lunaria.safeguards.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Sessions stand at the provider alone; here is recorded that they were read, and before any is ended, that it was. */
@ApplicationScoped
class SessionService {

    private static final String READ = "profile.sessions.read";
    private static final String END = "profile.sessions.end";

    private final IdentityProvider provider;
    private final SessionRecords records;

    SessionService(IdentityProvider provider, SessionRecords records) {
        this.provider = provider;
        this.records = records;
    }

    Uni<List<LoginSession>> list(Subject subject) {
        return provider.sessions(subject).call(() -> records.add(subject, READ));
    }

    /** Fails with 404 if she has none of this id. */
    Uni<Void> end(Subject subject, String id) {
        return provider.sessions(subject)
                .invoke(found -> failUnlessThere(found, id))
                .chain(() -> records.add(subject, END))
                .chain(() -> provider.end(subject, id))
                .replaceWithVoid();
    }

    /** @param kept the id of the one that is not ended; {@code null} keeps none */
    Uni<Void> endOthers(Subject subject, String kept) {
        return records.add(subject, END).chain(() -> provider.endOthers(subject, kept));
    }

    private static void failUnlessThere(List<LoginSession> found, String id) {
        if (found.stream().noneMatch(session -> session.id().equals(id))) {
            throw new ProblemException(CommonProblem.NOT_FOUND);
        }
    }
}
