package health.lunaria.safeguards.identity;

import health.lunaria.safeguards.problem.CommonProblem;
import health.lunaria.safeguards.problem.ProblemException;
import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Where nobody knows how the staff stands, nobody of it may work. */
@DefaultBean
@ApplicationScoped
class UnknownStanding implements GoodStanding {

    @Override
    public Uni<Void> require(Staff staff) {
        return Uni.createFrom().failure(new ProblemException(CommonProblem.NOT_ALLOWED));
    }
}
