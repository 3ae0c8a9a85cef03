package health.lunaria.audit;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** The public log, as a stranger reads it. */
public final class PublishedLog {

    private static final String LOG = "/v1/audit/log/";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private PublishedLog() {}

    public static ValidatableResponse get(String path) {
        return given().get(LOG + path).then();
    }

    public static byte[] tile(String path) {
        return get("tile/" + path).statusCode(200).extract().asByteArray();
    }

    /** Waits until a leaf is in the newest checkpoint. */
    public static Note awaitLeaf(long index) {
        await().atMost(PATIENCE).until(() -> isPublished(index));
        return newest();
    }

    public static Note newest() {
        return Note.verified(text("checkpoint"), text("key").strip());
    }

    private static boolean isPublished(long index) {
        var answer = get("checkpoint").extract();
        return answer.statusCode() == 200 && Long.parseLong(answer.asString().split("\n")[1]) > index;
    }

    private static String text(String path) {
        return new String(get(path).statusCode(200).extract().asByteArray(), StandardCharsets.UTF_8);
    }

    /** A checkpoint whose signature was checked by the JDK. */
    public record Note(String origin, long size, byte[] root) {

        /**
         * @param key a verifier key of C2SP signed-note
         * @throws IllegalArgumentException if the key did not sign it
         */
        public static Note verified(String note, String key) {
            String[] keyParts = key.split("\\+", 3);
            byte[] typed = Base64.getDecoder().decode(keyParts[2]);
            int end = note.indexOf("\n\n") + 1;
            String body = note.substring(0, end);
            String signatureLine = note.substring(end + 1);
            String prefix = "— " + keyParts[0] + " ";
            byte[] signed = Base64.getDecoder()
                    .decode(signatureLine.substring(prefix.length()).strip());
            boolean isValid = signatureLine.startsWith(prefix)
                    && HexFormat.of().formatHex(signed, 0, 4).equals(keyParts[1])
                    && typed[0] == 1
                    && verify(
                            Arrays.copyOfRange(typed, 1, typed.length),
                            body,
                            Arrays.copyOfRange(signed, 4, signed.length));
            if (!isValid) {
                throw new IllegalArgumentException("Not signed by this key");
            }
            String[] lines = body.split("\n");
            return new Note(
                    lines[0], Long.parseLong(lines[1]), Base64.getDecoder().decode(lines[2]));
        }

        private static boolean verify(byte[] key, String body, byte[] signature) {
            byte[] info = HexFormat.of()
                    .parseHex("302a300506032b6570032100" + HexFormat.of().formatHex(key));
            try {
                Signature verifier = Signature.getInstance("Ed25519");
                verifier.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(info)));
                verifier.update(body.getBytes(StandardCharsets.UTF_8));
                return verifier.verify(signature);
            } catch (GeneralSecurityException failed) {
                throw new IllegalArgumentException(failed);
            }
        }
    }
}
