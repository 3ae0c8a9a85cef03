package health.lunaria.audit.breach;

import static health.lunaria.audit.breach.BreachClock.Status.OVERDUE;
import static health.lunaria.audit.breach.BreachClock.Status.RUNNING;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who gets more time, and who does not. */
class BreachExtensionsTest extends ClockScene {

    @Test
    void anExtensionMovesItsOwnClockOnly() {
        Instant until = at("2027-02-28T12:00", "America/Los_Angeles");
        Breach extended =
                breach(MONDAY_NOON).with(extension("california-persons", Ground.SCOPE_AND_RESTORATION, until));

        assertThat(clock(extended, "california-persons", until).status()).isEqualTo(RUNNING);
        assertThat(clock(extended, "california-persons", until.plusSeconds(1)).status())
                .isEqualTo(OVERDUE);
        assertThat(clock(extended, "hipaa-persons", MONDAY_NOON).due())
                .isEqualTo(
                        clock(breach(MONDAY_NOON), "hipaa-persons", MONDAY_NOON).due());
    }

    @Test
    void theLatestExtensionCountsWhateverTheirOrder() {
        Instant later = at("2027-03-31T12:00", "America/Los_Angeles");
        Breach extended = breach(MONDAY_NOON)
                .with(extension("california-persons", Ground.SCOPE_AND_RESTORATION, later))
                .with(extension("california-persons", Ground.SCOPE_AND_RESTORATION, later.minusSeconds(86_400)));

        assertThat(clock(extended, "california-persons", MONDAY_NOON).due()).contains(later);
    }

    @Test
    void anExtensionThatEndsBeforeTheLimitTakesNothingAway() {
        Breach breach = breach(MONDAY_NOON);
        Breach extended =
                breach.with(extension("california-persons", Ground.SCOPE_AND_RESTORATION, MONDAY_NOON.plusSeconds(1)));

        assertThat(clock(extended, "california-persons", MONDAY_NOON).due())
                .isEqualTo(clock(breach, "california-persons", MONDAY_NOON).due());
    }

    @ParameterizedTest
    @CsvSource({
        "gdpr-authority, LAW_ENFORCEMENT_WRITTEN", "gdpr-persons, SCOPE_AND_RESTORATION",
        "lgpd-authority, LAW_ENFORCEMENT_WRITTEN", "appi-authority-final, LAW_ENFORCEMENT_WRITTEN",
        "hipaa-persons, SCOPE_AND_RESTORATION", "ftc-hbnr-persons, SCOPE_AND_RESTORATION",
        "hipaa-authority-yearly, LAW_ENFORCEMENT_WRITTEN", "california-persons, LAW_ENFORCEMENT_ORAL",
    })
    void aGroundThatTheRegimeDoesNotKnowExtendsNothing(String clock, Ground ground) {
        Extension extension = extension(clock, ground, MONDAY_NOON.plusSeconds(90L * 86_400));

        assertThat(allows(breach(MONDAY_NOON, affected(499)), extension)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0, true", "1, false"})
    void anOralStatementHoldsForThirtyDays(long beyond, boolean allowed) {
        Instant stated = MONDAY_NOON.plusSeconds(50L * 86_400);
        Instant until = stated.plusSeconds(30L * 86_400 + beyond);
        var extension = new Extension("hipaa-persons", Ground.LAW_ENFORCEMENT_ORAL, stated, until, "r", "s");

        assertThat(allows(breach(MONDAY_NOON), extension)).isEqualTo(allowed);
    }

    @Test
    void anExtensionGivesMoreTimeThanThereIs() {
        Breach breach = breach(MONDAY_NOON);
        Instant due = clock(breach, "california-persons", MONDAY_NOON).due().orElseThrow();

        assertThat(allows(breach, extension("california-persons", Ground.SCOPE_AND_RESTORATION, due)))
                .isFalse();
        assertThat(allows(breach, extension("california-persons", Ground.SCOPE_AND_RESTORATION, due.plusSeconds(1))))
                .isTrue();
    }
}
