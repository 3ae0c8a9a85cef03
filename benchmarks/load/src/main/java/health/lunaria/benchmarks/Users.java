package health.lunaria.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import health.lunaria.launcher.LauncherException;
import health.lunaria.launcher.Stack;
import health.lunaria.launcher.demo.GatewayClient;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The users of a load, one per client.
 *
 * @param name what their names begin with
 */
record Users(Stack stack, String name, int count) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Fresh ones: they are valid for minutes only. */
    List<String> tokens() {
        return IntStream.range(0, count)
                .mapToObj(i -> stack.users().token(name + "-" + i, List.of()))
                .toList();
    }

    /** What the services know them by: the subject of their tokens. */
    List<String> subjects() {
        return tokens().stream().map(Users::subject).toList();
    }

    private static String subject(String token) {
        try {
            return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]))
                    .path("sub")
                    .textValue();
        } catch (IOException noToken) {
            throw new LauncherException("A token cannot be read", noToken);
        }
    }

    /** Has all of them pass the age gate and agree that their health data are processed, and gives their tokens. */
    List<String> consenting() {
        List<String> tokens = tokens();
        for (String token : tokens) {
            GatewayClient user = new GatewayClient(stack.home(), token);
            user.create(
                    "/v1/profile", JSON.createObjectNode().put("country", "PT").put("birthYear", 1994));
            user.put(
                    "/v1/profile/consents/health-data",
                    JSON.createObjectNode().put("granted", true).put("policyVersion", "2026-11"));
        }
        return tokens;
    }
}
