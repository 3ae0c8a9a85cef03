package health.lunaria.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.gateway.fixture.Client;
import health.lunaria.gateway.fixture.GatewayFixture;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RateLimitTest {

    @TempDir
    private Path directory;

    @Test
    void aClientThatAsksTooOftenIsToldWhenToComeBack() throws Exception {
        GatewayFixture fixture = new GatewayFixture(directory)
                .with("limits.requests-per-second", "1")
                .with("limits.burst", "3");
        try (fixture) {
            Client client = fixture.start().client();
            for (int remaining = 2; remaining >= 0; remaining--) {
                HttpResponse<String> answer = client.get("/v1/profile");
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.headers().firstValue("ratelimit-policy")).contains("\"address\";q=3;w=3");
                assertThat(answer.headers().firstValue("ratelimit"))
                        .hasValueSatisfying(field -> assertThat(field).matches("\"address\";r=\\d;t=\\d"));
            }
            HttpResponse<String> refused = client.get("/v1/profile");
            for (int i = 0; i < 20 && refused.statusCode() == 200; i++) {
                refused = client.get("/v1/profile");
            }
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.body()).contains("problems/too-many-requests");
            assertThat(refused.headers().firstValue("ratelimit")).contains("\"address\";r=0;t=3");
            assertThat(refused.headers().firstValue("retry-after")).contains("3");
            assertThat(refused.headers().firstValue("strict-transport-security"))
                    .isPresent();
        }
    }
}
