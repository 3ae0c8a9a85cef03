package health.lunaria.profile.receipt;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.path.json.JsonPath;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;

/** Reads receipts and verifies them by the JDK, from the JWK alone, as a stranger would. */
public final class Jws {

    private Jws() {}

    /** @param x of the JWK */
    public static boolean verifies(String jws, String x) {
        String[] parts = jws.split("\\.");
        byte[] point = Base64.getUrlDecoder().decode(x);
        boolean odd = point[point.length - 1] < 0;
        point[point.length - 1] &= 0x7f;
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(KeyFactory.getInstance("Ed25519")
                    .generatePublic(new EdECPublicKeySpec(
                            NamedParameterSpec.ED25519, new EdECPoint(odd, new BigInteger(1, reversed(point))))));
            verifier.update((parts[0] + "." + parts[1]).getBytes(US_ASCII));
            return verifier.verify(Base64.getUrlDecoder().decode(parts[2]));
        } catch (SignatureException malformed) {
            return false;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }

    public static JsonPath statement(String jws) {
        return JsonPath.from(part(jws, 1));
    }

    /** @param part 0 for the header, 1 for the payload */
    public static String part(String jws, int part) {
        return new String(Base64.getUrlDecoder().decode(jws.split("\\.")[part]), UTF_8);
    }

    /** The same with another part. */
    public static String with(String jws, int part, byte[] content) {
        String[] parts = jws.split("\\.");
        parts[part] = Base64.getUrlEncoder().withoutPadding().encodeToString(content);
        return String.join(".", parts);
    }
}
