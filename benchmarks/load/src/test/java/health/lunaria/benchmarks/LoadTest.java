package health.lunaria.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import health.lunaria.benchmarks.FakeGateway.Seen;
import health.lunaria.launcher.LauncherException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadTest {

    private static final int CLIENTS = 3;

    @TempDir
    Path directory;

    private FakeGateway gateway;
    private Load load;

    @BeforeEach
    void begin() throws IOException, GeneralSecurityException {
        gateway = new FakeGateway(directory);
        load = new Load(gateway.home(), CLIENTS);
        load.become(List.of("one", "two", "three"));
    }

    @AfterEach
    void end() {
        load.close();
        gateway.close();
    }

    @Test
    void eachClientMakesItsOwnCallOnce() {
        gateway.answering(200, "answer");
        List<Recorded> calls = Stream.of("/1", "/2", "/3").map(Recorded::new).toList();

        load.once(calls);

        assertThat(gateway.seen())
                .extracting(Seen::path, Seen::token)
                .containsExactlyInAnyOrder(
                        tuple("/1", "Bearer one"), tuple("/2", "Bearer two"), tuple("/3", "Bearer three"));
        assertThat(calls).allSatisfy(call -> assertThat(call.answers).containsExactly("answer"));
    }

    @Test
    void everyCallOfAStretchIsCounted() {
        gateway.answering(200, "answer");
        Recorded call = new Recorded("/1");

        Sample sample = load.run(call, Duration.ofMillis(300));

        assertThat(sample.count()).isPositive().isEqualTo(gateway.seen().size()).isEqualTo(call.answers.size());
    }

    @Test
    void anotherStatusThan200EndsTheLoad() {
        gateway.answering(503, "");

        assertThatThrownBy(() -> load.run(new Recorded("/1"), Duration.ofSeconds(5)))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("To record was answered with 503");
    }

    @Test
    void anAnswerThatIsNotWhatItHasToBeEndsTheLoad() {
        gateway.answering(200, "{}");

        assertThatThrownBy(() -> load.run(new Device(LocalDate.of(2026, 11, 24), 50), Duration.ofSeconds(5)))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("50 changed days");
    }

    @Test
    void aGatewayThatIsAwayEndsTheLoad() {
        gateway.close();

        assertThatThrownBy(() -> load.once(Collections.nCopies(CLIENTS, new Recorded("/1"))))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("was not answered");
    }

    /** Keeps its answers. */
    private static final class Recorded implements Call {

        private final String path;
        private final ConcurrentLinkedQueue<String> answers = new ConcurrentLinkedQueue<>();

        Recorded(String path) {
            this.path = path;
        }

        @Override
        public String label() {
            return "record";
        }

        @Override
        public HttpRequest.Builder request(String url, Random random) {
            return HttpRequest.newBuilder(URI.create(url + path));
        }

        @Override
        public void answered(byte[] body) {
            answers.add(new String(body, StandardCharsets.UTF_8));
        }
    }
}
