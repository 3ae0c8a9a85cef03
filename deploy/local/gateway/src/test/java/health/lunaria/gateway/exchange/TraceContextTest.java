package health.lunaria.gateway.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceContextTest {

    private static final String GOOD = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private final MultiMap headers = MultiMap.caseInsensitiveMultiMap();

    @Test
    void aWellFormedParentIsKeptWithItsState() {
        headers.add("traceparent", GOOD).add("tracestate", "a=b");
        TraceContext trace = TraceContext.of(headers);
        assertThat(trace.parent()).isEqualTo(GOOD);
        assertThat(trace.traceId()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(trace.state()).contains("a=b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-alice",
                "00-4bf92f3577b34da6a3ce929d0e0e473-00f067aa0ba902b7-01"
            })
    void anythingElseIsReplacedTogetherWithItsState(String parent) {
        headers.add("traceparent", parent).add("tracestate", "a=b");
        assertThatFresh(TraceContext.of(headers));
    }

    @Test
    void twoParentsAreNone() {
        headers.add("traceparent", GOOD).add("traceparent", GOOD);
        assertThatFresh(TraceContext.of(headers));
    }

    @Test
    void anOverlongStateIsDropped() {
        headers.add("traceparent", GOOD).add("tracestate", "a=" + "b".repeat(511));
        assertThat(TraceContext.of(headers).state()).isEmpty();
    }

    private static void assertThatFresh(TraceContext trace) {
        assertThat(trace.parent()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01").isNotEqualTo(GOOD);
        assertThat(trace.parent()).contains(trace.traceId());
        assertThat(trace.traceId()).isNotEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(trace.state()).isEmpty();
    }
}
