package health.lunaria.audit.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import health.lunaria.audit.verify.Finding.Kind;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AlarmTest {

    private static final Finding ONE = new Finding(Kind.LEAF_HASH, 1);
    private static final Finding TWO = new Finding(Kind.LEAF_HASH, 2);

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final List<Finding> raised = new ArrayList<>();
    private boolean broken;
    private final Alarm alarm = new Alarm(this::raise, meters);

    @Test
    void aFindingThatStaysIsToldOnce() {
        tell(ONE);
        tell(ONE, TWO);
        tell(ONE, TWO);

        assertThat(raised).containsExactly(ONE, TWO);
        assertThat(meter("findings")).isEqualTo(2);
    }

    @Test
    void aFindingThatComesAgainIsToldAgain() {
        tell(ONE);
        tell();
        tell(ONE);

        assertThat(raised).containsExactly(ONE, ONE);
    }

    @Test
    void theSameFoundTwiceInOneRunIsToldOnce() {
        tell(ONE, ONE);

        assertThat(raised).containsExactly(ONE);
    }

    @Test
    void whatCouldNotBeToldIsToldByTheNextRun() {
        broken = true;
        assertThatIllegalStateException().isThrownBy(() -> tell(ONE));
        broken = false;
        tell(ONE);

        assertThat(raised).containsExactly(ONE);
    }

    @Test
    void ofVeryManyTheFirstOnesAreTold() {
        tell(LongStream.range(0, 5000)
                .mapToObj(place -> new Finding(Kind.LEAF_HASH, place))
                .toArray(Finding[]::new));

        assertThat(raised).hasSize(100).startsWith(new Finding(Kind.LEAF_HASH, 0));
    }

    @Test
    void onlyARunWithoutFindingsSucceeds() {
        tell(ONE);
        assertThat(meter("succeeded")).isZero();

        tell();
        assertThat(meter("succeeded")).isPositive();
        assertThat(meter("findings")).isZero();
    }

    private void tell(Finding... findings) {
        alarm.tell(new Verdict(Verified.NOTHING, List.of(findings))).await().atMost(Duration.ofSeconds(5));
    }

    private Uni<Void> raise(Finding finding) {
        if (broken) {
            return Uni.createFrom().failure(new IllegalStateException("away"));
        }
        raised.add(finding);
        return Uni.createFrom().voidItem();
    }

    private double meter(String name) {
        return meters.get("lunaria.audit.verification." + name).gauge().value();
    }
}
