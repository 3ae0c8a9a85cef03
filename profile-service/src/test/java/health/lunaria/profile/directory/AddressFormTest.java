package health.lunaria.profile.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressFormTest {

    @ParameterizedTest
    @CsvSource({
        "ada@example.org,ada@EXAMPLE.org",
        "ada@example.org,' ada@example.org '",
        "ada@bücher.example,ada@xn--bcher-kva.example",
        "ada@BÜCHER.example,ada@bücher.example",
        "zoé@example.org,zoé@example.org",
    })
    void oneAddressHasOneForm(String one, String other) {
        assertThat(AddressForm.of(one)).isEqualTo(AddressForm.of(other));
    }

    @ParameterizedTest
    @CsvSource({
        "ada@example.org,Ada@example.org",
        "ada@example.org,a.da@example.org",
        "ada@example.org,ada+lunaria@example.org",
        "ada@example.org,ada@example.com",
        "ada@example.org,adb@example.org",
        "ada@example.org,ada@sub.example.org",
    })
    void twoMailboxesStayTwo(String one, String other) {
        assertThat(AddressForm.of(one)).isNotEqualTo(AddressForm.of(other));
    }

    @Test
    void whatIsNoNameIsLeftAsItIs() {
        assertThat(AddressForm.of("ada@[192.0.2.1]")).isEqualTo("ada@[192.0.2.1]");
        assertThat(AddressForm.of("ada@" + "x".repeat(64) + ".example")).endsWith(".example");
    }
}
