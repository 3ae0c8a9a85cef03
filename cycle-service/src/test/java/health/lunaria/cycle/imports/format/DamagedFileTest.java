package health.lunaria.cycle.imports.format;

import static health.lunaria.cycle.imports.format.Imports.LIMITS;
import static health.lunaria.cycle.imports.format.Imports.refusal;
import static health.lunaria.cycle.imports.format.Imports.sample;
import static health.lunaria.cycle.imports.format.Imports.zip;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happens to a file, it is read or refused: nothing else is thrown, and nothing hangs. */
class DamagedFileTest {

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);

    /** Fails in the middle, as a connection does. */
    private static final class Broken extends InputStream {

        @Override
        public int read() throws IOException {
            throw new IOException("the connection said something private");
        }
    }

    static Stream<byte[]> files() {
        return Stream.of(
                sample("lunariaCsv/days.csv"),
                sample("dripCsv/drip.csv"),
                sample("clueJson/measurements.json"),
                sample("clueJson/older.cluedata"),
                sample("floJson/flo.json"),
                sample("appleHealth/export.xml"),
                zip("export.xml", sample("appleHealth/export.xml")));
    }

    @ParameterizedTest
    @MethodSource("files")
    void isReadOrRefusedWhereverItIsCutOff(byte[] file) {
        Assertions.assertTimeoutPreemptively(LONG_ENOUGH, () -> {
            for (int length = 0; length < file.length; length++) {
                readOrRefuse(Arrays.copyOf(file, length));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("files")
    void isReadOrRefusedWhateverByteIsChanged(byte[] file) {
        Assertions.assertTimeoutPreemptively(LONG_ENOUGH, () -> {
            for (int i = 0; i < file.length; i++) {
                for (int change : new int[] {0x01, 0x80}) {
                    byte[] changed = file.clone();
                    changed[i] ^= (byte) change;
                    readOrRefuse(changed);
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("files")
    void aSourceThatFailsIsNotTakenForABadFile(byte[] file) {
        InputStream half = new ByteArrayInputStream(file, 0, file.length / 2);

        ImportException refused = refusal(new SequenceInputStream(half, new Broken()), LIMITS);

        assertThat(refused.reason()).isEqualTo("source-failed");
        assertThat(refused.getMessage()).doesNotContain("private");
    }

    private static void readOrRefuse(byte[] file) {
        try {
            assertThat(Imports.read(file).format()).isNotEmpty();
        } catch (ImportException refused) {
            assertThat(refused.reason()).matches("[a-z-]+");
            assertThat(refused.getCause()).isNull();
        }
    }
}
