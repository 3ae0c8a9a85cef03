package health.lunaria.safeguards.encryption;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import health.lunaria.safeguards.identity.Pseudonyms;
import health.lunaria.safeguards.identity.Subject;
import org.junit.jupiter.api.Test;

class KeyedPseudonymsTest {

    private static final Subject SUBJECT = new Subject("3f6c1c0e");

    private final Pseudonyms cycle = new KeyedPseudonyms(FixedServiceKeys.of("cycle-service", 1));
    private final Pseudonyms billing = new KeyedPseudonyms(FixedServiceKeys.of("billing-service", 11));

    @Test
    void isTheDocumentedMac() {
        byte[] expected = TestKeys.material(1).hmac("\0\0\0\7subject3f6c1c0e".getBytes(US_ASCII));

        assertThat(cycle.of(SUBJECT).bytes()).isEqualTo(expected);
    }

    @Test
    void isTheSameEachTimeWithinAService() {
        assertThat(cycle.of(SUBJECT)).isEqualTo(cycle.of(new Subject("3f6c1c0e")));
    }

    @Test
    void twoServicesKnowOneSubjectByDifferentPseudonyms() {
        assertThat(cycle.of(SUBJECT)).isNotEqualTo(billing.of(SUBJECT));
        assertThat(cycle.of("account", "1")).isNotEqualTo(billing.of("account", "1"));
    }

    @Test
    void twoSubjectsHaveDifferentPseudonyms() {
        assertThat(cycle.of(SUBJECT)).isNotEqualTo(cycle.of(new Subject("3f6c1c0f")));
        assertThat(cycle.of(SUBJECT)).isNotEqualTo(cycle.of(new Subject("3F6C1C0E")));
    }

    @Test
    void kindsOfIdentifiersAreSeparate() {
        assertThat(cycle.of("account", "1")).isNotEqualTo(cycle.of("purchase", "1"));
        assertThat(cycle.of("account", SUBJECT.id()))
                .isNotEqualTo(cycle.of(SUBJECT).bytes());
    }

    @Test
    void theBoundaryBetweenKindAndIdentifierCounts() {
        assertThat(cycle.of("account", "1")).isNotEqualTo(cycle.of("accoun", "t1"));
        assertThat(cycle.of("account1", "")).isNotEqualTo(cycle.of("account", "1"));
    }

    @Test
    void failsWhileTheKeyIsNotLoaded() {
        Pseudonyms notLoaded = new KeyedPseudonyms(FixedServiceKeys.notLoaded());

        assertThatExceptionOfType(KeysUnavailableException.class).isThrownBy(() -> notLoaded.of(SUBJECT));
        assertThatExceptionOfType(KeysUnavailableException.class).isThrownBy(() -> notLoaded.of("account", "1"));
    }
}
