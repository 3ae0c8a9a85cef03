package health.lunaria.launcher.backup;

import health.lunaria.launcher.LauncherException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/**
 * The object store's side of a backup. An object has a random name and never changes, so an object that is there is the right
 * one; and the store checks no signature on this machine.
 */
public final class SealedObjects {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int NOT_FOUND = 404;

    private final String bucket;
    private final String kmsKeyId;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** @param bucket its URL */
    public SealedObjects(String bucket, String kmsKeyId) {
        this.bucket = bucket;
        this.kmsKeyId = kmsKeyId;
    }

    /**
     * An object that is being read.
     *
     * @param content to be closed
     */
    record Opened(long length, InputStream content) {}

    /** Empty if it was deleted meanwhile. */
    Optional<Opened> open(String id) {
        HttpResponse<InputStream> answer = send(request(id).GET(), BodyHandlers.ofInputStream());
        if (answer.statusCode() == NOT_FOUND) {
            close(answer.body());
            return Optional.empty();
        }
        failUnless(answer, 200);
        return Optional.of(
                new Opened(answer.headers().firstValueAsLong("Content-Length").orElseThrow(), answer.body()));
    }

    boolean has(String id) {
        HttpResponse<Void> answer =
                send(request(id).method("HEAD", BodyPublishers.noBody()), BodyHandlers.discarding());
        return answer.statusCode() == 200;
    }

    /** @param content stays open: more may follow in the same stream */
    void put(String id, long length, InputStream content) {
        BodyPublisher body = length == 0
                ? BodyPublishers.noBody()
                : BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> unclosed(content)), length);
        failUnless(
                send(
                        request(id)
                                .header("x-amz-server-side-encryption", "aws:kms")
                                .header("x-amz-server-side-encryption-aws-kms-key-id", kmsKeyId)
                                .PUT(body),
                        BodyHandlers.discarding()),
                200);
    }

    void delete(String id) {
        failUnless(send(request(id).DELETE(), BodyHandlers.discarding()), 204);
    }

    private HttpRequest.Builder request(String id) {
        if (!id.matches("[A-Za-z0-9_-]{22}")) {
            throw new RefusedBackupException("A file has no name of ours");
        }
        return HttpRequest.newBuilder(URI.create(bucket + "/" + id)).timeout(PATIENCE);
    }

    private static InputStream unclosed(InputStream content) {
        return new FilterInputStream(content) {
            @Override
            public void close() {}
        };
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> handler) {
        try {
            return client.send(request.build(), handler);
        } catch (IOException failed) {
            throw new LauncherException("The object store does not answer", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LauncherException("Interrupted");
        }
    }

    private static void failUnless(HttpResponse<?> answer, int expected) {
        if (answer.statusCode() != expected) {
            throw new LauncherException("The object store answered " + answer.statusCode());
        }
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException gone) {
            throw new LauncherException("The object store does not answer", gone);
        }
    }
}
