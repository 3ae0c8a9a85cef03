package health.lunaria.cycle.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.lunaria.cycle.CycleProblem;
import health.lunaria.safeguards.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PeerAnswersTest {

    private static final Duration YES = Duration.ofSeconds(60);
    private static final Duration NO = Duration.ofSeconds(5);
    private static final Duration MOMENT = Duration.ofMillis(1);

    private final ManualClock clock = new ManualClock();
    private final Deque<Supplier<Uni<Boolean>>> peer = new ArrayDeque<>();
    private final PeerAnswers<String> answers = answers(NO);

    @Test
    void aYesIsRememberedAndThenAskedForAgain() {
        peerSays(true, false);

        require("her");
        clock.turn(YES.minus(MOMENT));
        require("her");
        assertThat(peer).hasSize(1);

        clock.turn(MOMENT);
        refused(() -> require("her"), CycleProblem.ENTITLEMENT_REQUIRED);
        assertThat(peer).isEmpty();
    }

    @Test
    void usingAYesDoesNotProlongIt() {
        peerSays(true, false);
        for (int i = 0; i < 6; i++) {
            require("her");
            clock.turn(Duration.ofSeconds(10));
        }

        refused(() -> require("her"), CycleProblem.ENTITLEMENT_REQUIRED);
    }

    @Test
    void aNoIsRememberedForAShorterTime() {
        peerSays(false, true);

        refused(() -> require("her"), CycleProblem.ENTITLEMENT_REQUIRED);
        clock.turn(NO.minus(MOMENT));
        refused(() -> require("her"), CycleProblem.ENTITLEMENT_REQUIRED);
        assertThat(peer).hasSize(1);

        clock.turn(MOMENT);
        require("her");
    }

    @Test
    void aNoThatIsNotToBeRememberedIsAskedForEachTime() {
        PeerAnswers<String> forgetful = answers(Duration.ZERO);
        peerSays(false, false, true);

        refused(() -> require(forgetful, "her"), CycleProblem.ENTITLEMENT_REQUIRED);
        refused(() -> require(forgetful, "her"), CycleProblem.ENTITLEMENT_REQUIRED);
        require(forgetful, "her");
    }

    @Test
    void aFailureIsNeitherAYesNorRemembered() {
        peer.add(() -> Uni.createFrom().failure(new IllegalStateException("away")));
        peer.add(() -> {
            throw new IllegalStateException("away before it was asked");
        });
        peer.add(() -> Uni.createFrom().nullItem());
        peerSays(true);

        for (int i = 0; i < 3; i++) {
            refused(() -> require("her"), CycleProblem.ENTITLEMENT_UNKNOWN);
        }
        require("her");
    }

    @Test
    void aFailureDoesNotEndAYesThatIsRemembered() {
        peerSays(true);
        peer.add(() -> Uni.createFrom().failure(new IllegalStateException("away")));

        require("her");
        clock.turn(YES.minus(MOMENT));
        require("her");
        clock.turn(MOMENT);
        refused(() -> require("her"), CycleProblem.ENTITLEMENT_UNKNOWN);
    }

    @Test
    void anAnswerIsAboutOnePersonOnly() {
        peerSays(true, false);

        require("her");
        refused(() -> require("somebody else"), CycleProblem.ENTITLEMENT_REQUIRED);
    }

    @Test
    void nothingIsAskedBeforeSomebodyWaitsForTheAnswer() {
        peerSays(true);

        Uni<Void> required = answers.require("her", this::ask);
        assertThat(peer).hasSize(1);
        required.await().indefinitely();
        assertThat(peer).isEmpty();
    }

    @Test
    void whatFailedIsToldInTheLogOnlyAndWithoutThePerson() {
        peer.add(() -> Uni.createFrom().failure(new IllegalStateException("away")));

        assertThatThrownBy(() -> require("her-secret-id"))
                .hasMessage("Another service did not answer")
                .hasRootCauseMessage("away");
    }

    private PeerAnswers<String> answers(Duration rememberNo) {
        return new PeerAnswers<>(
                CycleProblem.ENTITLEMENT_REQUIRED, CycleProblem.ENTITLEMENT_UNKNOWN, YES, rememberNo, clock);
    }

    private void peerSays(Boolean... says) {
        List.of(says).forEach(answer -> peer.add(() -> Uni.createFrom().item(answer)));
    }

    private Uni<Boolean> ask(String question) {
        return peer.remove().get();
    }

    private void require(String question) {
        require(answers, question);
    }

    private void require(PeerAnswers<String> of, String question) {
        of.require(question, this::ask).await().indefinitely();
    }

    private static void refused(ThrowingCallable call, CycleProblem problem) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.type()).isEqualTo(problem));
    }
}
