package health.lunaria.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.lunaria.launcher.LauncherException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SendersTest {

    private static final Senders.Delivered DELIVERED = new Senders.Delivered(
            1_000_000_000,
            List.of(
                    new Delivery(UUID.randomUUID(), 1_000_000, 20_000_000),
                    new Delivery(UUID.randomUUID(), 1_500_000, 10_000_000)));

    @Test
    void integrationEndsWithTheAnswer() {
        assertThat(DELIVERED.integrated().percentile(1)).isEqualTo(20);
        assertThat(DELIVERED.integrated().percentile(0.5)).isEqualTo(10);
        assertThat(DELIVERED.integrated().throughput()).isEqualTo(2);
    }

    @Test
    void publicationEndsWithTheCheckpoint() {
        Sample published = DELIVERED.until(List.of(1_900_000L, 1_900_000L));

        assertThat(published.percentile(1)).isEqualTo(900);
        assertThat(published.percentile(0.5)).isEqualTo(400);
    }

    @Test
    void whatWasAnsweredAndIsNotInTheLogIsNotPassedOver() {
        assertThatThrownBy(() -> DELIVERED.until(List.of(1_900_000L))).isInstanceOf(LauncherException.class);
    }
}
