package health.lunaria.cycle.entitlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.lunaria.cycle.CycleProblem;
import health.lunaria.cycle.peer.ManualClock;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntitlementsTest {

    private static final Subject HER = new Subject("her");

    private final ManualClock clock = new ManualClock();
    private final List<EntitlementClient.Question> questions = new ArrayList<>();
    private boolean granted;
    private final Entitlements entitlements = new Entitlements(this::answer, clock);

    @Test
    void billingServiceIsAskedAboutHerAndWhatIsNeeded() {
        granted = true;
        require(Entitlements.PREMIUM);

        assertThat(questions).containsExactly(new EntitlementClient.Question("her", "premium"));
        assertThat(questions.get(0)).asString().doesNotContain("her");
    }

    @Test
    void aPurchaseCountsWithinFiveSeconds() {
        refused(Entitlements.PREMIUM);
        granted = true;
        refused(Entitlements.PREMIUM);

        clock.turn(Duration.ofSeconds(5));
        require(Entitlements.PREMIUM);
        assertThat(questions).hasSize(2);
    }

    @Test
    void whatWasPaidBackEndsWithinAMinute() {
        granted = true;
        require(Entitlements.PREMIUM);
        granted = false;
        clock.turn(Duration.ofSeconds(59));
        require(Entitlements.PREMIUM);

        clock.turn(Duration.ofSeconds(1));
        refused(Entitlements.PREMIUM);
    }

    @Test
    void oneEntitlementIsNotAnother() {
        granted = true;
        require(Entitlements.PREMIUM);
        granted = false;

        refused("another");
    }

    private Uni<EntitlementClient.Answer> answer(EntitlementClient.Question question) {
        questions.add(question);
        return Uni.createFrom().item(new EntitlementClient.Answer(granted));
    }

    private void require(String entitlement) {
        entitlements.require(HER, entitlement).await().indefinitely();
    }

    private void refused(String entitlement) {
        assertThatThrownBy(() -> require(entitlement))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.type()).isEqualTo(CycleProblem.ENTITLEMENT_REQUIRED));
    }
}
