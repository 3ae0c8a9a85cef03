package health.lunaria.safeguards.restoration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import health.lunaria.safeguards.problem.ProblemException;
import health.lunaria.safeguards.restoration.RestorationRows.Restored;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

class RestorationsTest {

    private static final Restored RESTORED =
            new Restored(UUID.randomUUID(), "DATA", Instant.parse("2026-11-25T03:04:05Z"));

    private final Rows rows = new Rows();
    private final Steps erasures = new Steps("erasures");
    private final Steps withdrawals = new Steps("withdrawals");
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Restorations restorations = new Restorations(rows, List.of(erasures, withdrawals), meters);

    @Test
    void whoHasNotLookedYetIsNotReady() {
        assertClosed();
    }

    @Test
    void whereNothingWasRestoredNothingIsReplayed() {
        look();

        assertOpen();
        assertThat(erasures.runs).isZero();
    }

    @Test
    void whatWasRestoredIsReplayedBeforeAnybodyIsServed() {
        rows.open.add(RESTORED);
        erasures.duringRun = this::assertClosed;
        withdrawals.duringRun = this::assertClosed;

        look();

        assertOpen();
        assertThat(erasures.runs).isEqualTo(1);
        assertThat(withdrawals.runs).isEqualTo(1);
        assertThat(rows.open).isEmpty();
        assertThat(meters.counter("lunaria.restoration.replayed", "what", "withdrawals")
                        .count())
                .isEqualTo(3);
    }

    @Test
    void whoServesAlreadyStopsWhenSomethingIsRestored() {
        look();
        assertOpen();
        rows.open.add(RESTORED);
        erasures.duringRun = this::assertClosed;

        look();

        assertThat(erasures.runs).isEqualTo(1);
        assertOpen();
    }

    @Test
    void aReplayThatFailsKeepsTheDoorClosedAndIsTriedAgain() {
        rows.open.add(RESTORED);
        withdrawals.failure = new IllegalStateException("The keyring did not answer");

        look();

        assertClosed();
        assertThat(rows.open).containsExactly(RESTORED);

        withdrawals.failure = null;
        look();

        assertOpen();
        assertThat(erasures.runs).isEqualTo(2);
    }

    @Test
    void aReplayThatIsNotRememberedAsDoneKeepsTheDoorClosed() {
        rows.open.add(RESTORED);
        rows.endFailure = new IllegalStateException("The database did not answer");

        look();

        assertClosed();
    }

    @Test
    void aDatabaseThatDoesNotAnswerAtTheStartKeepsTheDoorClosed() {
        rows.openFailure = new IllegalStateException("The database did not answer");

        look();

        assertClosed();
    }

    @Test
    void aDatabaseThatDoesNotAnswerLaterClosesNothing() {
        look();
        rows.openFailure = new IllegalStateException("The database did not answer");

        look();

        assertOpen();
    }

    @Test
    void onlyWhatWasSeenBeforeTheReplayIsDone() {
        Restored second = new Restored(UUID.randomUUID(), "KEYRING", RESTORED.takenAt());
        rows.open.add(RESTORED);
        erasures.duringRun = () -> rows.open.add(second);

        look();

        assertThat(rows.open).containsExactly(second);
        erasures.duringRun = this::assertClosed;
        look();
        assertThat(rows.open).isEmpty();
    }

    private void look() {
        restorations.replay().await().indefinitely();
    }

    private void assertOpen() {
        assertThatCode(new RestorationFilter(restorations)::requireUpToDate).doesNotThrowAnyException();
        assertThat(new RestorationCheck(restorations).call().getStatus()).isEqualTo(Status.UP);
    }

    private void assertClosed() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(new RestorationFilter(restorations)::requireUpToDate)
                .satisfies(refused -> assertThat(refused.type().slug()).isEqualTo("being-restored"));
        assertThat(new RestorationCheck(restorations).call().getStatus()).isEqualTo(Status.DOWN);
    }

    /** A replay that can be watched. */
    private static final class Steps implements Replay {

        private final String name;
        private int runs;
        private RuntimeException failure;
        private Runnable duringRun = () -> {};

        Steps(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Uni<Long> run() {
            runs++;
            duringRun.run();
            return failure == null
                    ? Uni.createFrom().item(3L)
                    : Uni.createFrom().failure(failure);
        }
    }

    private static final class Rows extends RestorationRows {

        private final List<Restored> open = new ArrayList<>();
        private RuntimeException openFailure;
        private RuntimeException endFailure;

        Rows() {
            super(null);
        }

        @Override
        Uni<List<Restored>> open() {
            return openFailure == null
                    ? Uni.createFrom().item(() -> List.copyOf(open))
                    : Uni.createFrom().failure(openFailure);
        }

        @Override
        Uni<Void> end(List<Restored> replayed) {
            if (endFailure != null) {
                return Uni.createFrom().failure(endFailure);
            }
            open.removeAll(replayed);
            return Uni.createFrom().voidItem();
        }
    }
}
