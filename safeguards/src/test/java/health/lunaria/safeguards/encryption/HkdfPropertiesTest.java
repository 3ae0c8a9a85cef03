package health.lunaria.safeguards.encryption;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class HkdfPropertiesTest {

    @Property(tries = 200)
    void derivesWhatTheReferenceDerives(@ForAll @Size(32) byte[] key, @ForAll byte[] info) {
        KeyMaterial derived = Hkdf.derive(KeyMaterial.takeOver(key.clone()), info);

        assertThat(derived.reveal(byte[]::clone)).isEqualTo(ReferenceHkdf.derive(key, new byte[0], info, 32));
    }
}
