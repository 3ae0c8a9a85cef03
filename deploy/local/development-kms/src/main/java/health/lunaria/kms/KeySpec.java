package health.lunaria.kms;

import java.util.Arrays;

/** The kinds of keys, with AWS's names. */
enum KeySpec {
    SYMMETRIC_DEFAULT("ENCRYPT_DECRYPT"),
    HMAC_256("GENERATE_VERIFY_MAC"),
    ECC_NIST_EDWARDS25519("SIGN_VERIFY");

    private final String usage;

    KeySpec(String usage) {
        this.usage = usage;
    }

    String usage() {
        return usage;
    }

    static KeySpec of(String name) {
        return Arrays.stream(values())
                .filter(spec -> spec.name().equals(name))
                .findFirst()
                .orElseThrow(() -> KmsException.of("UnsupportedOperationException", "This key spec is not supported"));
    }
}
