package health.lunaria.epoch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import health.lunaria.safeguards.encryption.EmptiedEpoch;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpClientResponse;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** {@link Approvals} of audit-service, which knows the job by its certificate. Does not try again: the next run does. */
final class AuditApprovals implements Approvals {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final ObjectMapper JSON = new ObjectMapper()
            .findAndRegisterModules()
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final HttpClient client;
    private final URI url;

    AuditApprovals(HttpClient client, URI url) {
        this.client = client;
        this.url = url;
    }

    private record Asked(String service, int epoch, String key, Instant emptiedAt, long living) {}

    @Override
    public Uni<Request> request(String service, EmptiedEpoch epoch) {
        Asked asked = new Asked(service, epoch.number(), epoch.kmsKeyId(), epoch.emptiedAt(), epoch.living());
        return post("/internal/key-deletions", asked, Request.class)
                .invoke(answer -> failUnless(answer.id() != null && answer.state() != null));
    }

    @Override
    public Uni<Redemption> redeem(UUID id) {
        return post("/internal/key-deletions/" + id + "/redemption", null, Redemption.class)
                .invoke(answer -> failUnless(answer.receipt() != null || answer.refusal() != null));
    }

    private <T> Uni<T> post(String path, Object body, Class<T> type) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(url.resolve(path).toString())
                .setTimeout(PATIENCE.toMillis())
                .putHeader("Content-Type", "application/json");
        return client.request(options)
                .chain(request -> request.send(Buffer.buffer(body == null ? "" : write(body))))
                .chain(AuditApprovals::read)
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .map(text -> parse(text, type));
    }

    private static Uni<String> read(HttpClientResponse answer) {
        return answer.statusCode() == OK
                ? answer.body().map(Buffer::toString)
                : Uni.createFrom().failure(new IllegalStateException("audit-service answered " + answer.statusCode()));
    }

    private static String write(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static <T> T parse(String text, Class<T> type) {
        try {
            T answer = JSON.readValue(text, type);
            failUnless(answer != null);
            return answer;
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("audit-service answered what cannot be read");
        }
    }

    private static void failUnless(boolean condition) {
        if (!condition) {
            throw new IllegalStateException("audit-service answered what is no answer");
        }
    }
}
