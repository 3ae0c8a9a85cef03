package health.lunaria.safeguards.encryption;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import javax.crypto.Cipher;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class SealedRecordPropertiesTest {

    private final SealedRecord records = new SealedRecord(TestKeys.material(7), 1);

    @Property(tries = 200)
    void opensWhatItSealed(@ForAll byte[] plaintext, @ForAll byte[] associatedData) {
        assertThat(records.open(records.seal(plaintext, associatedData), associatedData))
                .isEqualTo(plaintext);
    }

    @Property(tries = 200)
    void theReferenceOpensWhatTheProductSealed(
            @ForAll @Size(32) byte[] key,
            @ForAll int keyVersion,
            @ForAll byte[] plaintext,
            @ForAll byte[] associatedData) {
        byte[] sealed = new SealedRecord(KeyMaterial.takeOver(key.clone()), keyVersion).seal(plaintext, associatedData);

        byte[] nonce = Arrays.copyOfRange(sealed, 37, 61);
        byte[] encrypted = Arrays.copyOfRange(sealed, 61, sealed.length);
        assertThat(ReferenceXaes.crypt(Cipher.DECRYPT_MODE, key, nonce, encrypted, associatedData))
                .isEqualTo(plaintext);
        assertThat(sealed).isEqualTo(ReferenceXaes.sealedRecord(key, keyVersion, nonce, plaintext, associatedData));
    }

    @Property(tries = 200)
    void theProductOpensWhatTheReferenceSealed(
            @ForAll @Size(32) byte[] key,
            @ForAll int keyVersion,
            @ForAll @Size(24) byte[] nonce,
            @ForAll byte[] plaintext,
            @ForAll byte[] associatedData) {
        byte[] sealed = ReferenceXaes.sealedRecord(key, keyVersion, nonce, plaintext, associatedData);

        assertThat(new SealedRecord(KeyMaterial.takeOver(key.clone()), keyVersion).open(sealed, associatedData))
                .isEqualTo(plaintext);
    }
}
