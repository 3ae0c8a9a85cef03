package health.lunaria.gateway.exchange;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * W3C Trace Context (level 1): the caller's {@code traceparent} if there is exactly one of version 00 and it is
 * well-formed, otherwise a new one.
 *
 * @param state the caller's {@code tracestate}, only together with its {@code traceparent}
 */
record TraceContext(String parent, String traceId, Optional<String> state) {

    private static final Pattern PARENT = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}");
    private static final int MAX_STATE = 512;

    static TraceContext of(MultiMap headers) {
        List<String> parents = headers.getAll("traceparent");
        if (parents.size() == 1) {
            Matcher parent = PARENT.matcher(parents.get(0));
            if (parent.matches() && !isZero(parent.group(1)) && !isZero(parent.group(2))) {
                return new TraceContext(parents.get(0), parent.group(1), state(headers));
            }
        }
        return fresh();
    }

    private static TraceContext fresh() {
        String traceId = hex() + hex();
        return new TraceContext("00-" + traceId + "-" + hex() + "-01", traceId, Optional.empty());
    }

    private static Optional<String> state(MultiMap headers) {
        List<String> states = headers.getAll("tracestate");
        return states.size() == 1 && states.get(0).length() <= MAX_STATE
                ? Optional.of(states.get(0))
                : Optional.empty();
    }

    private static String hex() {
        return String.format("%016x", ThreadLocalRandom.current().nextLong() | 1);
    }

    private static boolean isZero(String hex) {
        return hex.chars().allMatch(digit -> digit == '0');
    }
}
