package health.lunaria.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import health.lunaria.launcher.Stack;
import health.lunaria.launcher.demo.GatewayClient;
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

    /** Has all of them agree that their health data are processed, and gives their tokens. */
    List<String> consenting() {
        List<String> tokens = tokens();
        for (String token : tokens) {
            new GatewayClient(stack.home(), token)
                    .put(
                            "/v1/profile/consents/health-data",
                            JSON.createObjectNode().put("granted", true).put("policyVersion", "2026-11"));
        }
        return tokens;
    }
}
