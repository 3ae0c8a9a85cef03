package health.lunaria.safeguards.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordAddressTest {

    @Test
    void hasTheDocumentedBytes() {
        var address = new RecordAddress("month", "days", Locator.ofNumber(258), 2, 5);

        String expected = "00000001" + "73" // service "s"
                + "00000005" + "6d6f6e7468"
                + "00000004" + "64617973"
                + "00000002" + "abcd" // owner
                + "00000010" + "00000000000000000000000000000102"
                + "00000002"
                + "0000000000000005";
        assertThat(address.associatedData("s", HexFormat.of().parseHex("abcd")))
                .isEqualTo(HexFormat.of().parseHex(expected));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-1, 0", "1, -1", "-2147483648, 0", "1, -9223372036854775808"})
    void refusesVersionsThatCannotBe(int schemaVersion, long rowVersion) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RecordAddress("month", "days", Locator.NONE, schemaVersion, rowVersion));
    }

    @Test
    void refusesMissingParts() {
        assertThatNullPointerException().isThrownBy(() -> new RecordAddress(null, "days", Locator.NONE, 1, 0));
        assertThatNullPointerException().isThrownBy(() -> new RecordAddress("month", null, Locator.NONE, 1, 0));
        assertThatNullPointerException().isThrownBy(() -> new RecordAddress("month", "days", null, 1, 0));
    }
}
