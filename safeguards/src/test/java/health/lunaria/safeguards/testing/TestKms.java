package health.lunaria.safeguards.testing;

import health.lunaria.kms.Config;
import health.lunaria.kms.DevelopmentKms;
import health.lunaria.kms.Principal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** A real key management service inside the test's JVM, that can be taken away for a while. */
public final class TestKms {

    private static final String SERVICE = "service";

    private static TestKms running;

    private Config config;
    private DevelopmentKms kms;
    private final Principal service = principal(SERVICE);
    private final String keyId;
    private final String signingKeyId;

    private TestKms() {
        try {
            config = new Config(
                    "test",
                    0,
                    "eu-west-1",
                    Files.createTempDirectory("kms"),
                    random(32),
                    principal("administrator"),
                    List.of(service),
                    Clock.systemUTC());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        kms = DevelopmentKms.start(config);
        config = config.withPort(kms.port());
        keyId = kms.createKey(SERVICE);
        signingKeyId = kms.createSigningKey(SERVICE);
    }

    /** Starts it at the first call. */
    public static synchronized TestKms start() {
        if (running == null) {
            running = new TestKms();
        }
        return running;
    }

    /** Runs something while KMS is away, and brings it back. */
    public synchronized void whileAway(Runnable work) {
        kms.close();
        try {
            work.run();
        } finally {
            kms = DevelopmentKms.start(config);
        }
    }

    /** ARN of an Ed25519 key. */
    public String signingKeyId() {
        return signingKeyId;
    }

    /** The public half of that key, as signed notes write keys (C2SP signed-note). */
    String verifierKey(String name) {
        byte[] info = kms.publicKey(signingKeyId);
        byte[] typed = Arrays.copyOfRange(info, info.length - 33, info.length);
        typed[0] = 1;
        byte[] id = sha256((name + "\n").getBytes(StandardCharsets.UTF_8), typed);
        return name + "+" + HexFormat.of().formatHex(id, 0, 4) + "+"
                + Base64.getEncoder().encodeToString(typed);
    }

    Map<String, String> properties() {
        return Map.of(
                "lunaria.kms.endpoint", kms.endpoint(),
                "lunaria.kms.region", config.region(),
                "lunaria.kms.key-id", keyId,
                "lunaria.kms.access-key-id", service.accessKeyId(),
                "lunaria.kms.secret-access-key", service.secretAccessKey());
    }

    private static byte[] sha256(byte[] first, byte[] second) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(first);
            return digest.digest(second);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Principal principal(String name) {
        HexFormat hex = HexFormat.of();
        return new Principal(name, hex.formatHex(random(10)), hex.formatHex(random(20)));
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
