package health.lunaria.launcher.proof;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** An event, the leaf that commits to it, and what opens the leaf, each written as the log writes it. */
public record LoggedAccess(byte[] salt, String event) {

    /** By the person herself; the number tells one event from another. */
    public static LoggedAccess number(int number) {
        byte[] salt = ReferenceLog.sha256(("salt " + number).getBytes(StandardCharsets.UTF_8));
        return new LoggedAccess(
                salt,
                "{\"action\":\"cycle.days.read\",\"actor\":{\"kind\":\"self\"},"
                        + "\"id\":\"01932a5c-7e00-7abc-8def-%012d\",\"service\":\"cycle-service\",".formatted(number)
                        + "\"subject\":\"f47ac10b-58cc-4372-a567-0e02b2c3d479\",\"time\":\"2026-11-24T09:00:00.000Z\"}");
    }

    public byte[] leaf() {
        return ReferenceLog.concat(
                "lunaria-access/1\n".getBytes(StandardCharsets.US_ASCII),
                ReferenceLog.sha256(ReferenceLog.concat(salt, event.getBytes(StandardCharsets.UTF_8))));
    }

    public byte[] opening() {
        String quoted = event.replace("\\", "\\\\").replace("\"", "\\\"");
        return ("{\"salt\":\"" + Base64.getEncoder().encodeToString(salt) + "\",\"event\":\"" + quoted + "\"}")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "LoggedAccess[redacted]";
    }
}
