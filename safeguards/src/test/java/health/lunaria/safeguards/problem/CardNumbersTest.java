package health.lunaria.safeguards.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers are the published test numbers of the card schemes; nobody's. */
class CardNumbersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111111111111111",
                "5555555555554444",
                "378282246310005",
                "6011111111111117",
                "4222222222222",
                "6304000000000000000",
                "4111 1111 1111 1111",
                "4111-1111-1111-1111",
                "4111.1111.1111.1111",
                "4111\u00a01111\u00a01111\u00a01111",
                "4111\u20091111\u20091111\u20091111",
                "4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1",
                "my card is 4111111111111111.",
                "x4111111111111111x",
                "4111111111111111, valid to 12/27",
                "12 4111111111111112, 4111111111111111",
                // Arabic-Indic, fullwidth and mathematical bold digits
                "٤١١١١١١١١١١١١١١١",
                "４１１１１１１１１１１１１１１１",
                "𝟒𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏"
            })
    void findsACardNumber(String text) {
        assertThat(CardNumbers.isContainedIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a note",
                "4111111111111112", // fails the check digit
                "1411111111111111",
                "411111111111111",
                "42222222222", // 12 digits and fewer are no cards, even with a check digit that fits
                "000000000000",
                "41111111111111110000", // 20 digits and more neither
                "4111  1111  1111  1111", // two separators in a row end a number
                "4111, 1111, 1111, 1111",
                "4111/1111/1111/1111",
                "2026-11-24T08:00:00.123Z",
                "36.6 36.7 36.8"
            })
    void takesWhatIsNone(String text) {
        assertThat(CardNumbers.isContainedIn(text)).isFalse();
    }

    @Test
    void findsEveryLengthFrom13To19() {
        for (int length = 12; length <= 20; length++) {
            String zeros = "0".repeat(length);
            assertThat(CardNumbers.isContainedIn(zeros))
                    .as("%d digits", length)
                    .isEqualTo(length >= 13 && length <= 19);
        }
    }

    @Test
    void exactlyOneCheckDigitInTenFits() {
        for (String account : new String[] {"411111111111111", "37828224631000", "630400000000000000"}) {
            long fitting = "0123456789"
                    .chars()
                    .filter(digit -> CardNumbers.isContainedIn(account + (char) digit))
                    .count();
            assertThat(fitting).isEqualTo(1);
        }
    }
}
