package health.lunaria.safeguards.files;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PadmeTest {

    private static final long MOST = 256L * 1024 * 1024;

    /** Worked out by hand: 5000 has exponent 12, 4 bits are kept behind the first, so the step is 2^(12 - 4). */
    @ParameterizedTest
    @CsvSource({
        "0, 4096",
        "1, 4096",
        "4096, 4096",
        "4097, 4352",
        "5000, 5120",
        "20971520, 20971520",
        "20971521, 21495808"
    })
    void roundsUpAsThePaperSays(long length, long padded) {
        assertThat(Padme.paddedLength(length)).isEqualTo(padded);
    }

    @Property
    void neverShortensAndAddsAtMostAnEighthToWhatIsNotSmall(@ForAll @LongRange(min = 4096, max = MOST) long length) {
        long padded = Padme.paddedLength(length);

        assertThat(padded).isBetween(length, length + length * 12 / 100);
    }

    @Property
    void whatIsPaddedStaysAsItIs(@ForAll @LongRange(min = 0, max = MOST) long length) {
        long padded = Padme.paddedLength(length);

        assertThat(Padme.paddedLength(padded)).isEqualTo(padded);
    }

    @Property
    void aLongerFileIsNeverPaddedToLess(
            @ForAll @LongRange(min = 0, max = MOST) long first, @ForAll @LongRange(min = 0, max = MOST) long second) {
        assertThat(Padme.paddedLength(Math.max(first, second)))
                .isGreaterThanOrEqualTo(Padme.paddedLength(Math.min(first, second)));
    }
}
