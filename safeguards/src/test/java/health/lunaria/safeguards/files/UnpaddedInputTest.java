package health.lunaria.safeguards.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.lunaria.safeguards.encryption.SealBrokenException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnpaddedInputTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4095, 4096, 4097, 100_000})
    void givesTheContentWithoutItsPadding(int length) throws IOException {
        byte[] content = content(length);

        assertThat(new UnpaddedInput(padded(content), length).readAllBytes()).isEqualTo(content);
    }

    @Test
    void aMissingByteOfTheContentIsNoEnd() throws IOException {
        InputStream input = new UnpaddedInput(new ByteArrayInputStream(content(99)), 100);
        assertThat(input.readNBytes(99)).hasSize(99);

        assertThatExceptionOfType(SealBrokenException.class).isThrownBy(input::read);
    }

    @Test
    void aMissingOrAdditionalByteOfThePaddingIsNoEnd() {
        byte[] padded = Arrays.copyOf(content(100), 4096);

        for (int length : new int[] {100, 4095, 4097}) {
            var input = new UnpaddedInput(new ByteArrayInputStream(Arrays.copyOf(padded, length)), 100);
            assertThatExceptionOfType(SealBrokenException.class).isThrownBy(input::readAllBytes);
        }
    }

    @Test
    void paddingThatIsNotZeroIsNoEnd() {
        byte[] padded = Arrays.copyOf(content(100), 4096);
        padded[4095] = 1;

        assertThatExceptionOfType(SealBrokenException.class)
                .isThrownBy(() -> new UnpaddedInput(new ByteArrayInputStream(padded), 100).readAllBytes());
    }

    /** The end is only told when the padding's own end was verified. */
    @Test
    void aFailureInThePaddingIsNoEnd() throws IOException {
        InputStream failing = new InputStream() {
            private int read;

            @Override
            public int read() throws IOException {
                if (read++ < 100) {
                    return 7;
                }
                throw new IOException("cut off");
            }
        };
        InputStream input = new UnpaddedInput(failing, 100);
        assertThat(input.readNBytes(100)).hasSize(100);

        assertThatThrownBy(input::read).hasMessage("cut off");
    }

    private static InputStream padded(byte[] content) {
        return new ByteArrayInputStream(Arrays.copyOf(content, (int) Padme.paddedLength(content.length)));
    }

    private static byte[] content(int length) {
        byte[] content = new byte[length];
        Arrays.fill(content, (byte) 7);
        return content;
    }
}
