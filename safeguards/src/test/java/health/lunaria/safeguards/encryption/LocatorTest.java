package health.lunaria.safeguards.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocatorTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 17, 32})
    void refusesAnotherLength(int length) {
        assertThatIllegalArgumentException().isThrownBy(() -> Locator.of(new byte[length]));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 00000000000000000000000000000000",
        "1, 00000000000000000000000000000001",
        "72623859790382856, 00000000000000000102030405060708",
        "-1, 0000000000000000ffffffffffffffff"
    })
    void writesANumberBigEndian(long number, String hex) {
        assertThat(Locator.ofNumber(number).bytes()).isEqualTo(HexFormat.of().parseHex(hex));
    }

    @Test
    void writesAnIdAsItIsWritten() {
        UUID id = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");

        assertThat(Locator.ofId(id).bytes()).isEqualTo(HexFormat.of().parseHex("00112233445566778899aabbccddeeff"));
    }

    @Test
    void cannotBeChangedThroughItsArrays() {
        byte[] given = new byte[16];
        Locator locator = Locator.of(given);
        given[0] = 1;
        locator.bytes()[1] = 1;

        assertThat(locator).isEqualTo(Locator.ofNumber(0)).hasSameHashCodeAs(Locator.ofNumber(0));
        assertThat(locator).isNotEqualTo(Locator.ofNumber(1)).isNotEqualTo(Locator.NONE);
    }
}
