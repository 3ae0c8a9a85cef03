package health.lunaria.profile.consent;

import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.safeguards.encryption.Locator;
import health.lunaria.safeguards.encryption.SealedColumn;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.encryption.SubjectKeysOfTests;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsentStateTest {

    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
    private static final Decision DECISION = new Decision(Purpose.RESEARCH, true, "2026-11", NOW);

    /** The form in which states were stored before there were restrictions and choices. */
    record FormerState(List<Decision> decisions) {}

    @Test
    void aStateThatWasStoredWithDecisionsOnlyIsReadable() {
        SubjectKey key = SubjectKeysOfTests.of(1);
        byte[] sealed = SealedColumn.of("consent_state", "sealed", 1, FormerState.class)
                .seal(key, Locator.NONE, 1, new FormerState(List.of(DECISION)));

        ConsentState state = SealedColumn.of("consent_state", "sealed", 1, ConsentState.class)
                .open(key, Locator.NONE, 1, sealed);

        assertThat(state.decisions()).containsExactly(DECISION);
        assertThat(state.restriction()).isEqualTo(Restriction.NONE);
        assertThat(state.choices()).isEqualTo(PrivacyChoices.DEFAULT);
    }

    @Test
    void aDecisionLeavesTheRestAsItIs() {
        ConsentState restricted = ConsentState.NONE.restricted(true, NOW).choosing(new PrivacyChoices(false, false));

        ConsentState after = restricted.with(DECISION);

        assertThat(after.restriction()).isEqualTo(new Restriction(true, NOW));
        assertThat(after.choices()).isEqualTo(new PrivacyChoices(false, false));
    }

    @Test
    void aRestrictionKeepsItsTime() {
        ConsentState restricted = ConsentState.NONE.restricted(true, NOW);

        assertThat(restricted.restricted(true, NOW.plusSeconds(1))).isSameAs(restricted);
        assertThat(restricted.restricted(false, NOW.plusSeconds(1)).restriction())
                .isEqualTo(new Restriction(false, NOW.plusSeconds(1)));
    }

    @Test
    void theSignalOptsOutAndChangesNothingElse() {
        assertThat(new PrivacyChoices(false, false).withGlobalPrivacyControl())
                .isEqualTo(new PrivacyChoices(true, false));
        assertThat(PrivacyChoices.DEFAULT.withGlobalPrivacyControl()).isEqualTo(PrivacyChoices.DEFAULT);
    }

    @Test
    void nothingIsTold() {
        assertThat(ConsentState.NONE.restricted(true, NOW).toString()).isEqualTo("ConsentState[redacted]");
        assertThat(new Restriction(true, NOW).toString()).isEqualTo("Restriction[redacted]");
        assertThat(PrivacyChoices.DEFAULT.toString()).isEqualTo("PrivacyChoices[redacted]");
        assertThat(new Receipt(null, "told", "told").toString()).isEqualTo("Receipt[redacted]");
    }
}
