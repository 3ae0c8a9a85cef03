package health.lunaria.profile.receipt;

import health.lunaria.safeguards.encryption.Ed25519PublicKey;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The key that signs receipts, as others know it: a JWK of the type OKP (RFC 8037). */
public record ReceiptKey(Ed25519PublicKey key) {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    /** The public key's 32 bytes. */
    String x() {
        return BASE64.encodeToString(key.bytes());
    }

    /** The key's thumbprint (RFC 7638): the required members of the JWK, in the order of their names, hashed. */
    String id() {
        return BASE64.encodeToString(ThumbprintHash.of("{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + x() + "\"}"));
    }

    /** What is signed: header and payload (RFC 7515, 5.1). */
    String signingInput(ReceiptSigner.Kind kind, String payload) {
        String header = "{\"alg\":\"EdDSA\",\"typ\":\"" + kind.type() + "\",\"kid\":\"" + id() + "\"}";
        return encode(header) + "." + encode(payload);
    }

    /** The compact form. */
    static String compact(String signingInput, byte[] signature) {
        return signingInput + "." + BASE64.encodeToString(signature);
    }

    private static String encode(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
