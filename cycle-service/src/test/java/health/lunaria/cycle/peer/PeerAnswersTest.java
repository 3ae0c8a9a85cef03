package health.lunaria.cycle.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.lunaria.cycle.CycleProblem;
import health.lunaria.safeguards.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
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
    private final PeerAnswers<String, Boolean> answers = answers(NO);

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
        PeerAnswers<String, Boolean> forgetful = answers(Duration.ZERO);
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
    void whatIsSaidToHaveChangedIsAskedForAnew() {
        peerSays(true, false);

        require("her");
        answers.forget("her");

        refused(() -> require("her"), CycleProblem.ENTITLEMENT_REQUIRED);
    }

    @Test
    void aChangeOfOnePersonForgetsNobodyElse() {
        peerSays(true);

        require("her");
        answers.forget("somebody else");

        require("her");
    }

    @Test
    void anAnswerThatWasOnItsWayDuringAChangeIsNotRemembered() {
        UniEmitter<?>[] onItsWay = new UniEmitter<?>[1];
        peer.add(() -> Uni.createFrom().emitter(emitter -> onItsWay[0] = emitter));
        peerSays(false);

        var asking = answers.of("her", this::ask).subscribeAsCompletionStage();
        answers.forget("her");
        complete(onItsWay[0]);

        assertThat(asking).isCompletedWithValue(true);
        refused(() -> require("her"), CycleProblem.ENTITLEMENT_REQUIRED);
    }

    @SuppressWarnings("unchecked")
    private static void complete(UniEmitter<?> emitter) {
        ((UniEmitter<Boolean>) emitter).complete(true);
    }

    @Test
    void nothingIsAskedBeforeSomebodyWaitsForTheAnswer() {
        peerSays(true);

        Uni<Boolean> required = answers.of("her", this::ask);
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

    private PeerAnswers<String, Boolean> answers(Duration rememberNo) {
        return new PeerAnswers<>(CycleProblem.ENTITLEMENT_UNKNOWN, yes -> yes ? YES : rememberNo, clock);
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

    private void require(PeerAnswers<String, Boolean> of, String question) {
        boolean yes = of.of(question, this::ask).await().indefinitely();
        if (!yes) {
            throw new ProblemException(CycleProblem.ENTITLEMENT_REQUIRED);
        }
    }

    private static void refused(ThrowingCallable call, CycleProblem problem) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.type()).isEqualTo(problem));
    }
}
