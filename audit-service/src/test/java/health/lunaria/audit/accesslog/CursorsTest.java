package health.lunaria.audit.accesslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import health.lunaria.audit.AuditProblem;
import health.lunaria.safeguards.encryption.ServiceKey.Purpose;
import health.lunaria.safeguards.encryption.ServiceKeys;
import health.lunaria.safeguards.encryption.Locator;
import health.lunaria.safeguards.encryption.RecordAddress;
import health.lunaria.safeguards.identity.Pseudonyms;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.identity.SubjectRef;
import health.lunaria.safeguards.problem.ProblemException;
import health.lunaria.safeguards.testing.ServiceTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class CursorsTest {

    @Inject
    Cursors cursors;

    @Inject
    Pseudonyms pseudonyms;

    @Inject
    ServiceKeys keys;

    private SubjectRef alice;

    @BeforeEach
    void knowAlice() {
        alice = pseudonyms.of(new Subject("alice"));
    }

    @Test
    void aCursorLeadsBack() {
        for (long index : new long[] {0, 1, 4711, Long.MAX_VALUE}) {
            assertThat(cursors.index(alice, cursors.before(alice, index))).isEqualTo(index);
        }
    }

    @Test
    void itFitsIntoAUrlAndSaysNothing() {
        String cursor = cursors.before(alice, 4711);

        assertThat(cursor).matches("[A-Za-z0-9_-]{100,150}").isNotEqualTo(cursors.before(alice, 4711));
        assertThat(cursor).hasSameSizeAs(cursors.before(alice, Long.MAX_VALUE));
    }

    @Test
    void anotherPersonsCursorIsRefused() {
        refused(pseudonyms.of(new Subject("bob")), cursors.before(alice, 7));
    }

    @Test
    void aCursorWithAnyByteAlteredIsRefused() {
        byte[] sealed = Base64.getUrlDecoder().decode(cursors.before(alice, 7));
        for (int i = 0; i < sealed.length; i++) {
            byte[] altered = sealed.clone();
            altered[i] ^= 1;
            refused(alice, Base64.getUrlEncoder().withoutPadding().encodeToString(altered));
        }
    }

    @Test
    void aCursorCutAnywhereIsRefused() {
        byte[] sealed = Base64.getUrlDecoder().decode(cursors.before(alice, 7));
        for (int length = 0; length < sealed.length; length++) {
            refused(alice, Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(sealed, length)));
        }
        refused(alice, Base64.getUrlEncoder().encodeToString(Arrays.copyOf(sealed, sealed.length + 1)));
    }

    @Test
    void aCursorOfAnotherFormatIsRefused() {
        Locator owner = Locator.of(Arrays.copyOf(alice.bytes(), Locator.LENGTH));
        byte[] sealed = keys.get(Purpose.CURSOR)
                .seal(
                        new RecordAddress("access_log", "cursor", owner, Cursors.FORMAT + 1, 0),
                        ByteBuffer.allocate(Long.BYTES).putLong(7).array());
        refused(alice, Base64.getUrlEncoder().withoutPadding().encodeToString(sealed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "7", "AAAA", "=", "not base64 at all", "../../etc", "ä", "\u0000"})
    void garbageIsRefused(String garbage) {
        refused(alice, garbage);
    }

    private void refused(SubjectRef subject, String cursor) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> cursors.index(subject, cursor))
                .satisfies(problem -> assertThat(problem.type()).isEqualTo(AuditProblem.INVALID_CURSOR));
    }
}
