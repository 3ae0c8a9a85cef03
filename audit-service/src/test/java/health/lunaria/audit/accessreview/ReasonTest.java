package health.lunaria.audit.accessreview;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReasonTest {

    @ParameterizedTest
    @EnumSource
    void eachGoesWithOneDecision(Reason reason) {
        Decision decision = reason == Reason.STILL_NEEDED ? Decision.KEEP : Decision.REVOKE;
        Decision other = reason == Reason.STILL_NEEDED ? Decision.REVOKE : Decision.KEEP;

        assertThat(reason.goesWith(decision)).isTrue();
        assertThat(reason.goesWith(other)).isFalse();
    }
}
