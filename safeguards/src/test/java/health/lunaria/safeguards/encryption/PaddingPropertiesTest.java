package health.lunaria.safeguards.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class PaddingPropertiesTest {

    @Property
    void unpadGivesBackWhatWasPadded(@ForAll @Size(max = 5000) byte[] plaintext) {
        assertThat(Padding.unpad(Padding.pad(plaintext))).isEqualTo(plaintext);
    }

    @Property
    void onlyTheStepsShow(@ForAll @IntRange(max = 20_000) int length) {
        int size = Padding.pad(new byte[length]).length;

        assertThat(size).isGreaterThanOrEqualTo(length + 4);
        assertThat(size == 256 || size == 512 || size == 1024 || size == 1792 || size % 2048 == 0)
                .isTrue();
    }

    @Property(tries = 300)
    void unpadRefusesEveryCutIntoThePlaintext(
            @ForAll @Size(min = 1, max = 300) byte[] plaintext, @ForAll @IntRange(max = 303) int cut) {
        byte[] padded = Padding.pad(plaintext);
        int length = cut % (plaintext.length + 4);

        assertThatExceptionOfType(SealBrokenException.class)
                .isThrownBy(() -> Padding.unpad(Arrays.copyOf(padded, length)));
    }
}
