package health.lunaria.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.lunaria.launcher.LauncherException;
import org.junit.jupiter.api.Test;

class AuditMetricsTest {

    @Test
    void tellsHowFarItIs() {
        assertThat(AuditMetrics.value("""
                # HELP lunaria_audit_verification_size Leaves of the log that are verified
                # TYPE lunaria_audit_verification_size gauge
                lunaria_audit_verification_size 1.0000019E7
                lunaria_audit_verification_findings 0.0
                """, "lunaria_audit_verification_size")).isEqualTo(10_000_019);
    }

    @Test
    void aServiceWithoutAVerifierIsNotTakenForOneThatHasNothingToDo() {
        assertThatThrownBy(() -> AuditMetrics.value("jvm_threads 4.0\n", "lunaria_audit_verification_size"))
                .isInstanceOf(LauncherException.class);
    }
}
