package health.lunaria.audit.witness;

import health.lunaria.audit.witness.WitnessException.OtherSize;
import health.lunaria.audit.witness.WitnessException.Refused;
import health.lunaria.audit.witness.WitnessException.Unavailable;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A witness that is asked over HTTP (C2SP tlog-witness, {@code add-checkpoint}). Follows no redirects. Thread-safe. */
final class HttpWitness implements Witness {

    private static final int MAX_ANSWER = 16 * 1024;
    private static final int CONNECTIONS = 2;
    private static final int WAITING = 8;
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<Integer> REFUSALS = Set.of(400, 403, 404, 413, 422);
    private static final Pattern SIZE = Pattern.compile("(0|[1-9][0-9]{0,17})\n");
    private static final String END_OF_BODY = "\n\n";

    private final Vertx vertx;
    private final HttpClient client;
    private final RequestOptions request;
    private final WitnessKey key;
    private final Duration timeout;

    /** @throws IllegalArgumentException if the address is no URL, or not on this machine and without TLS */
    HttpWitness(Vertx vertx, URI url, WitnessKey key, Duration timeout) {
        this.vertx = vertx;
        this.key = key;
        this.timeout = timeout;
        boolean tls = "https".equals(url.getScheme());
        if (url.getHost() == null
                || !tls && !("http".equals(url.getScheme()) && THIS_MACHINE.contains(url.getHost()))) {
            throw new IllegalArgumentException("The witness is reached by https, or by http on this machine");
        }
        int millis = Math.toIntExact(timeout.toMillis());
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setSsl(tls)
                .setEnabledSecureTransportProtocols(Set.of("TLSv1.3"))
                .setConnectTimeout(millis)
                .setMaxPoolSize(CONNECTIONS)
                .setMaxWaitQueueSize(WAITING));
        this.request = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(url.toString().replaceFirst("/$", "") + "/add-checkpoint")
                .setTimeout(millis)
                .putHeader("Content-Type", "text/plain; charset=utf-8");
    }

    private record Answer(int status, String text) {}

    @Override
    public Uni<Optional<String>> cosign(long oldSize, List<byte[]> consistencyProof, String signedNote) {
        if (oldSize < 0 || consistencyProof.size() > MAX_PROOF) {
            throw new IllegalArgumentException("No such question can be asked");
        }
        String body = body(signedNote);
        Buffer question = question(oldSize, consistencyProof, signedNote);
        return Uni.createFrom()
                .completionStage(() -> ask(question).toCompletionStage())
                .onFailure(failure -> !(failure instanceof WitnessException))
                .transform(failure -> new Unavailable(failure.getClass().getSimpleName()))
                .map(answer -> Optional.of(cosignature(answer, body)));
    }

    /** What is signed: all up to the last empty line. */
    private static String body(String signedNote) {
        int end = signedNote.lastIndexOf(END_OF_BODY);
        if (end < 0) {
            throw new IllegalArgumentException("Not a signed note");
        }
        return signedNote.substring(0, end + 1);
    }

    private static Buffer question(long oldSize, List<byte[]> consistencyProof, String signedNote) {
        StringBuilder text = new StringBuilder("old ").append(oldSize).append('\n');
        consistencyProof.forEach(
                hash -> text.append(Base64.getEncoder().encodeToString(hash)).append('\n'));
        return Buffer.buffer(text.append('\n').append(signedNote).toString());
    }

    /** The time-out is for the whole: an answer that comes drop by drop does not prolong it. */
    private Future<Answer> ask(Buffer question) {
        Promise<Answer> answer = Promise.promise();
        long timer =
                vertx.setTimer(timeout.toMillis(), expired -> answer.tryFail(new Unavailable("no answer in time")));
        client.request(new RequestOptions(request))
                .compose(open -> send(open, question, answer.future()))
                .onSuccess(answer::tryComplete)
                .onFailure(answer::tryFail);
        return answer.future().onComplete(done -> vertx.cancelTimer(timer));
    }

    private static Future<Answer> send(HttpClientRequest open, Buffer question, Future<Answer> answered) {
        answered.onFailure(given -> open.reset());
        return open.send(question).compose(response -> read(open, response));
    }

    private static Future<Answer> read(HttpClientRequest open, HttpClientResponse response) {
        Promise<Answer> answer = Promise.promise();
        Buffer body = Buffer.buffer();
        response.exceptionHandler(answer::tryFail);
        response.endHandler(end -> answer.tryComplete(new Answer(response.statusCode(), body.toString())));
        response.handler(chunk -> {
            if (body.length() + chunk.length() > MAX_ANSWER) {
                answer.tryFail(new Unavailable("a long answer"));
                open.reset();
            } else {
                body.appendBuffer(chunk);
            }
        });
        return answer.future();
    }

    private String cosignature(Answer answer, String body) {
        if (answer.status() == 409 && SIZE.matcher(answer.text()).matches()) {
            throw new OtherSize(Long.parseLong(answer.text().strip()));
        }
        if (REFUSALS.contains(answer.status())) {
            throw new Refused(answer.status());
        }
        if (answer.status() != 200) {
            throw new Unavailable("status " + answer.status());
        }
        return key.cosignature(answer.text(), body).orElseThrow(() -> new Unavailable("none that its key verifies"));
    }
}
