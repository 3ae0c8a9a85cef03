package health.lunaria.audit.breach;

import static health.lunaria.audit.breach.BreachClock.Status.DONE;
import static health.lunaria.audit.breach.BreachClock.Status.SPARED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.lunaria.audit.breach.BreachClock.Status;
import health.lunaria.audit.breach.Exemption.KeyState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What unintelligible data spares, and which figures can be configured. */
class BreachExemptionsTest extends ClockScene {

    @ParameterizedTest
    @CsvSource({
        "gdpr-authority, RUNNING",
        "gdpr-persons, SPARED",
        "uk-gdpr-authority, RUNNING",
        "uk-gdpr-persons, SPARED",
        "hipaa-persons, SPARED",
        "hipaa-authority, SPARED",
        "hipaa-media, SPARED",
        "ftc-hbnr-persons, SPARED",
        "ftc-hbnr-authority, SPARED",
        "ftc-hbnr-media, SPARED",
        "california-persons, SPARED",
        "california-authority, SPARED",
        "lgpd-authority, RUNNING",
        "lgpd-persons, RUNNING",
        "appi-authority-preliminary, SPARED",
        "appi-authority-final, SPARED",
        "appi-persons, SPARED",
    })
    void whatWasUnintelligibleSparesWhereTheLawSaysSo(String clock, Status status) {
        for (KeyState state : List.of(KeyState.DESTROYED, KeyState.NOT_REACHED)) {
            assertThat(clock(exempted(state), clock, MONDAY_NOON).status()).isEqualTo(status);
        }
    }

    @Test
    void keysWithinReachSpareNothing() {
        assertThat(clocks.of(exempted(KeyState.REACHED), MONDAY_NOON))
                .extracting(BreachClock::status)
                .doesNotContain(SPARED);
    }

    @Test
    void whatWasDoneStaysDoneAfterAnExemption() {
        Breach breach = exempted(KeyState.DESTROYED).with(done("hipaa-persons", MONDAY_NOON));

        assertThat(clock(breach, "hipaa-persons", MONDAY_NOON).status()).isEqualTo(DONE);
    }

    @Test
    void aFigureCanBeShortened() {
        var shorter = new BreachClocks(
                ClockRules.standard().with(Map.of("gdpr-authority", 24, "appi-authority-preliminary", 3)),
                Calendars.standard());

        assertThat(shorter.of(breach(MONDAY_NOON), "gdpr-authority", MONDAY_NOON)
                        .orElseThrow()
                        .due())
                .contains(MONDAY_NOON.plusSeconds(86_400));
    }

    @ParameterizedTest
    @CsvSource({"gdpr-authority, 73", "gdpr-authority, 0", "gdpr-authority, -1", "gdpr-persons, 1001", "nothing, 1"})
    void aFigureOfTheLawIsNotLengthened(String clock, int amount) {
        ClockRules rules = ClockRules.standard();

        assertThatThrownBy(() -> rules.with(Map.of(clock, amount))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTargetOfOursCanBeLengthened() {
        assertThat(ClockRules.standard().with(Map.of("gdpr-persons", 96)).find("gdpr-persons"))
                .hasValueSatisfying(rule -> assertThat(rule.limit().amount()).isEqualTo(96));
    }

    @Test
    void everyRuleHasItsOwnNameAndASource() {
        List<ClockRule> rules = ClockRules.standard().all();

        assertThat(rules).extracting(ClockRule::id).doesNotHaveDuplicates();
        assertThat(rules).extracting(ClockRule::source).doesNotContain("");
        assertThat(rules).extracting(ClockRule::regime).contains(Regime.values());
    }
}
