package health.lunaria.profile.receipt;

/** A public key as a JWK (RFC 7517, RFC 8037). */
public record ReceiptKeyResponse(String kty, String crv, String x, String kid, String alg, String use) {

    public static ReceiptKeyResponse from(ReceiptKey key) {
        return new ReceiptKeyResponse("OKP", "Ed25519", key.x(), key.id(), "EdDSA", "sig");
    }
}
