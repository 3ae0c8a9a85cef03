package health.lunaria.safeguards.encryption;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RecordAddressPropertiesTest {

    /** Short parts of few letters, so that a boundary that slips would show. */
    @Property(tries = 3000)
    void noTwoPlacesLookAlike(@ForAll("places") Place first, @ForAll("places") Place second) {
        assertThat(first.bytes().equals(second.bytes())).isEqualTo(first.equals(second));
    }

    @Provide
    Arbitrary<Place> places() {
        Arbitrary<String> name = Arbitraries.strings().withChars('a', 'b').ofMaxLength(2);
        Arbitrary<Integer> upToTwo = Arbitraries.integers().between(0, 2);
        return Combinators.combine(name, name, name, upToTwo, upToTwo, upToTwo).as(Place::new);
    }

    record Place(String service, String table, String column, int ownerLength, int row, int version) {

        String bytes() {
            Locator locator = row == 0 ? Locator.NONE : Locator.ofNumber(row);
            var address = new RecordAddress(table, column, locator, version + 1, version);
            return HexFormat.of().formatHex(address.associatedData(service, new byte[ownerLength]));
        }
    }
}
