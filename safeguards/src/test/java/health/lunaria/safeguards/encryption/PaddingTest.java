package health.lunaria.safeguards.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaddingTest {

    @ParameterizedTest
    @CsvSource({
        "0, 256",
        "1, 256",
        "252, 256",
        "253, 512",
        "508, 512",
        "509, 1024",
        "1020, 1024",
        "1021, 1792",
        "1788, 1792",
        "1789, 2048",
        "2044, 2048",
        "2045, 4096",
        "4092, 4096",
        "4093, 6144"
    })
    void growsInSteps(int plaintext, int padded) {
        assertThat(Padding.pad(new byte[plaintext])).hasSize(padded);
    }

    @Test
    void fillsWithZerosAfterTheLengthAndThePlaintext() {
        byte[] padded = Padding.pad(new byte[] {1, 2, 3});

        assertThat(Arrays.copyOf(padded, 7)).containsExactly(0, 0, 0, 3, 1, 2, 3);
        assertThat(Arrays.copyOfRange(padded, 7, padded.length)).containsOnly(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 253, 256, 1 << 24, Integer.MAX_VALUE})
    void unpadRefusesALengthThatDoesNotFit(int length) {
        byte[] padded = ByteBuffer.allocate(256).putInt(length).array();

        assertThatExceptionOfType(SealBrokenException.class).isThrownBy(() -> Padding.unpad(padded));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void unpadRefusesWhatHasNoRoomForALength(int size) {
        assertThatExceptionOfType(SealBrokenException.class).isThrownBy(() -> Padding.unpad(new byte[size]));
    }
}
