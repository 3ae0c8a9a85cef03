package health.lunaria.safeguards.cursor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import health.lunaria.safeguards.encryption.FixedServiceKeys;
import health.lunaria.safeguards.encryption.Locator;
import health.lunaria.safeguards.encryption.RecordAddress;
import health.lunaria.safeguards.encryption.ServiceKey.Purpose;
import health.lunaria.safeguards.encryption.ServiceKeys;
import health.lunaria.safeguards.identity.SubjectRef;
import health.lunaria.safeguards.problem.CommonProblem;
import health.lunaria.safeguards.problem.ProblemException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorsTest {

    private static final String LIST = "access_log";
    private static final ServiceKeys KEYS = FixedServiceKeys.of("audit-service", 1);
    private static final SubjectRef ALICE = subject(1);
    private static final SubjectRef BOB = subject(2);

    @Test
    void aCursorLeadsBack() {
        for (long index : new long[] {0, 1, 4711, Long.MAX_VALUE}) {
            assertThat(index(ALICE, before(ALICE, index))).isEqualTo(index);
        }
    }

    @Test
    void itFitsIntoAUrlAndSaysNothing() {
        String cursor = before(ALICE, 4711);

        assertThat(cursor).matches("[A-Za-z0-9_-]{100,150}").isNotEqualTo(before(ALICE, 4711));
        assertThat(cursor).hasSameSizeAs(before(ALICE, Long.MAX_VALUE));
    }

    @Test
    void anotherPersonsCursorIsRefused() {
        refused(BOB, before(ALICE, 7));
    }

    @Test
    void aCursorWithAnyByteAlteredIsRefused() {
        byte[] sealed = Base64.getUrlDecoder().decode(before(ALICE, 7));
        for (int i = 0; i < sealed.length; i++) {
            byte[] altered = sealed.clone();
            altered[i] ^= 1;
            refused(ALICE, Base64.getUrlEncoder().withoutPadding().encodeToString(altered));
        }
    }

    @Test
    void aCursorCutAnywhereIsRefused() {
        byte[] sealed = Base64.getUrlDecoder().decode(before(ALICE, 7));
        for (int length = 0; length < sealed.length; length++) {
            refused(ALICE, Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(sealed, length)));
        }
        refused(ALICE, Base64.getUrlEncoder().encodeToString(Arrays.copyOf(sealed, sealed.length + 1)));
    }

    @Test
    void aCursorOfAnotherFormatIsRefused() {
        Locator owner = Locator.of(Arrays.copyOf(ALICE.bytes(), Locator.LENGTH));
        byte[] sealed = KEYS.get(Purpose.CURSOR)
                .seal(
                        new RecordAddress(LIST, "cursor", owner, Cursors.FORMAT + 1, 0),
                        ByteBuffer.allocate(Long.BYTES).putLong(7).array());
        refused(ALICE, Base64.getUrlEncoder().withoutPadding().encodeToString(sealed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "7", "AAAA", "=", "not base64 at all", "../../etc", "ä", "\u0000"})
    void garbageIsRefused(String garbage) {
        refused(ALICE, garbage);
    }

    private static SubjectRef subject(int value) {
        byte[] bytes = new byte[SubjectRef.LENGTH];
        Arrays.fill(bytes, (byte) value);
        return SubjectRef.of(bytes);
    }

    private static void refused(SubjectRef subject, String cursor) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> index(subject, cursor))
                .satisfies(problem -> assertThat(problem.type()).isEqualTo(CommonProblem.INVALID_CURSOR));
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> new Cursors(KEYS).position(ALICE, "another_list", before(ALICE, 7)));
    }

    @Test
    void aCursorOfAnotherServiceIsRefused() {
        Cursors others = new Cursors(FixedServiceKeys.of("billing-service", 1));

        refused(ALICE, others.of(ALICE, LIST, new byte[Long.BYTES]));
    }

    private static String before(SubjectRef subject, long index) {
        return new Cursors(KEYS)
                .of(
                        subject,
                        LIST,
                        ByteBuffer.allocate(Long.BYTES).putLong(index).array());
    }

    private static long index(SubjectRef subject, String cursor) {
        return ByteBuffer.wrap(new Cursors(KEYS).position(subject, LIST, cursor))
                .getLong();
    }
}
