package health.lunaria.safeguards.identity;

import io.smallrye.mutiny.Uni;

/** Knows who of the staff may work now. A service that has {@link InGoodStanding} routes brings one; without, nobody may. */
public interface GoodStanding {

    /**
     * Not to be called inside a transaction.
     *
     * @return fails with a {@link health.lunaria.safeguards.problem.ProblemException} that says what she lacks, if she does
     */
    Uni<Void> require(Staff staff);
}
