package health.lunaria.safeguards.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class DrainTest {

    private final Queue<Uni<Boolean>> steps = new ArrayDeque<>();
    private final BackOff backOff = new BackOff(Duration.ofHours(1), Duration.ofHours(1));
    private final Drain drain = new Drain("Tests", backOff, steps::remove);

    @Test
    void goesOnWhileThereIsMore() {
        steps.addAll(List.of(more(true), more(true), more(false), more(true)));

        run();

        assertThat(steps).hasSize(1);
    }

    @Test
    void aFailureBeginsAPauseInWhichNothingIsDone() {
        steps.addAll(List.of(more(true), failure(), more(false)));

        run();
        run();

        assertThat(steps).hasSize(1);
        assertThat(backOff.isPausing()).isTrue();
    }

    @Test
    void aStepThatThrowsFailsLikeAnyOther() {
        new Drain("Tests", backOff, () -> {
                    throw new IllegalStateException("thrown");
                })
                .run()
                .await()
                .indefinitely();

        assertThat(backOff.isPausing()).isTrue();
    }

    @Test
    void aSuccessEndsTheRowOfFailures() {
        steps.addAll(List.of(failure(), more(false)));
        run();
        backOff.reset();

        run();

        assertThat(backOff.isPausing()).isFalse();
        assertThat(steps).isEmpty();
    }

    private void run() {
        drain.run().await().indefinitely();
    }

    private static Uni<Boolean> more(boolean more) {
        return Uni.createFrom().item(more);
    }

    private static Uni<Boolean> failure() {
        return Uni.createFrom().failure(new IllegalStateException("failed"));
    }
}
