package health.lunaria.profile.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.lunaria.profile.ProfileProblem;
import health.lunaria.safeguards.problem.ProblemException;
import health.lunaria.safeguards.redaction.Sensitive;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DataRequestTest {

    private static final Instant RECEIVED = Instant.parse("2026-11-25T12:00:00Z");
    private static final Instant DUE = Instant.parse("2026-12-25T22:59:59Z");

    private final Deadlines deadlines = new Deadlines(Map.of(), Map.of());

    @Test
    void everyStepIsKeptWithWhoWhenAndWhy() {
        DataRequest refused = after(request("DE"), RECEIVED.plusSeconds(60), Step.CONFIRM, Step.START)
                .after(action(Step.REFUSE, RECEIVED.plusSeconds(90), Reason.EXCESSIVE), deadlines);

        assertThat(refused.history())
                .extracting(Entry::step)
                .containsExactly(Step.RECEIVE, Step.CONFIRM, Step.START, Step.REFUSE);
        assertThat(refused.history()).extracting(Entry::by).containsExactly(By.USER, By.DPO, By.DPO, By.DPO);
        assertThat(refused.history().get(3).reason()).isEqualTo(Reason.EXCESSIVE);
        assertThat(refused.state()).isEqualTo(State.REFUSED);
    }

    @Test
    void anExtensionIsToldInTheLastSecondAndNotLater() {
        DataRequest confirmed = after(request("DE"), RECEIVED, Step.CONFIRM);

        assertThat(confirmed
                        .after(action(Step.EXTEND, DUE, Reason.COMPLEXITY), deadlines)
                        .isExtended())
                .isTrue();
        fails(confirmed, Step.EXTEND, DUE.plusSeconds(1), ProfileProblem.REQUEST_EXTENSION_TOO_LATE);
    }

    @Test
    void anExtensionIsMadeOnce() {
        DataRequest extended = after(request("DE"), RECEIVED, Step.CONFIRM, Step.EXTEND);

        fails(extended, Step.EXTEND, RECEIVED, ProfileProblem.REQUEST_STEP_NOT_ALLOWED);
    }

    @Test
    void whereTheLawKnowsNoExtensionThereIsNone() {
        DataRequest brazilian = after(request("BR"), RECEIVED, Step.CONFIRM, Step.START);

        fails(brazilian, Step.EXTEND, RECEIVED, ProfileProblem.REQUEST_EXTENSION_NOT_ALLOWED);
    }

    @Test
    void sheIsAskedOnceWhoSheIs() {
        DataRequest asked = after(request("DE"), RECEIVED, Step.ASK_IDENTITY);
        DataRequest shown = after(asked, RECEIVED.plus(Duration.ofDays(3)), Step.SHOW_IDENTITY);

        fails(request("DE"), Step.SHOW_IDENTITY, RECEIVED, ProfileProblem.REQUEST_STEP_NOT_ALLOWED);
        fails(asked, Step.ASK_IDENTITY, RECEIVED, ProfileProblem.REQUEST_STEP_NOT_ALLOWED);
        fails(shown, Step.SHOW_IDENTITY, RECEIVED, ProfileProblem.REQUEST_STEP_NOT_ALLOWED);
        fails(shown, Step.ASK_IDENTITY, RECEIVED, ProfileProblem.REQUEST_STEP_NOT_ALLOWED);
        assertThat(shown.state()).isEqualTo(State.RECEIVED);
        assertThat(shown.dates(deadlines).answerBy()).isEqualTo(Instant.parse("2026-12-28T22:59:59Z"));
    }

    @Test
    void nothingHappensToAClosedRequest() {
        DataRequest withdrawn = after(request("DE"), RECEIVED, Step.WITHDRAW);

        for (Step step : Step.values()) {
            fails(withdrawn, step, RECEIVED, ProfileProblem.REQUEST_STEP_NOT_ALLOWED);
        }
    }

    @Test
    void everyResidenceCounts() {
        DataRequest moving = DataRequest.received(
                Kind.ACCESS,
                List.of(new Residence("US", "CA"), new Residence("PT", null), new Residence("AX", null)),
                null,
                null,
                RECEIVED);

        assertThat(moving.regimes()).containsExactly(Regime.GDPR, Regime.CCPA);
    }

    @Test
    void aStateThatIsNotSaidCountsAsEach() {
        assertThat(new Residence("US", null).regimes()).containsExactlyInAnyOrder(Regime.CCPA, Regime.MHMDA);
        assertThat(new Residence("US", "WA").regimes()).containsExactly(Regime.MHMDA);
        assertThat(new Residence("US", "TX").regimes()).containsExactly(Regime.PROMISE);
        assertThat(new Residence("GB", null).regimes()).containsExactly(Regime.UK_GDPR);
        assertThat(new Residence("CH", null).regimes()).containsExactly(Regime.PROMISE);
    }

    @Test
    void anotherTextIsAnotherRequest() {
        assertThat(request("DE").asksTheSameAs(request("DE"))).isTrue();
        assertThat(request("DE").asksTheSameAs(request("FR"))).isFalse();
        assertThat(request("DE")
                        .asksTheSameAs(DataRequest.received(
                                Kind.ACCESS,
                                List.of(new Residence("DE", null)),
                                Sensitive.of("other"),
                                null,
                                RECEIVED)))
                .isFalse();
    }

    @Test
    void nothingOfItIsPrinted() {
        DataRequest extended = after(request("DE"), RECEIVED, Step.CONFIRM, Step.EXTEND);

        assertThat(extended + extended.history().toString() + extended.residences())
                .doesNotContain("words")
                .doesNotContain("DE")
                .doesNotContain("COMPLEXITY");
    }

    private void fails(DataRequest request, Step step, Instant at, ProfileProblem problem) {
        assertThatThrownBy(() -> request.after(action(step, at, null), deadlines))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        failure -> assertThat(failure.type()).isEqualTo(problem));
    }

    private DataRequest after(DataRequest request, Instant at, Step... steps) {
        DataRequest after = request;
        for (Step step : steps) {
            after = after.after(action(step, at, step == Step.EXTEND ? Reason.COMPLEXITY : null), deadlines);
        }
        return after;
    }

    private static Action action(Step step, Instant at, Reason reason) {
        return new Action(step, By.DPO, at, reason, null);
    }

    private static DataRequest request(String country) {
        return DataRequest.received(
                Kind.ACCESS, List.of(new Residence(country, null)), Sensitive.of("words"), null, RECEIVED);
    }
}
