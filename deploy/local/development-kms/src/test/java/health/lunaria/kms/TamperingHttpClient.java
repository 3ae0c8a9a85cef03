package health.lunaria.kms;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** Alters requests after the SDK has signed them, as somebody on the way would. */
final class TamperingHttpClient implements SdkHttpClient {

    private final SdkHttpClient client = UrlConnectionHttpClient.create();
    private final Consumer<SdkHttpRequest.Builder> head;
    private final UnaryOperator<byte[]> body;

    private TamperingHttpClient(Consumer<SdkHttpRequest.Builder> head, UnaryOperator<byte[]> body) {
        this.head = head;
        this.body = body;
    }

    static SdkHttpClient ofHead(Consumer<SdkHttpRequest.Builder> head) {
        return new TamperingHttpClient(head, UnaryOperator.identity());
    }

    static SdkHttpClient ofBody(UnaryOperator<byte[]> body) {
        return new TamperingHttpClient(ignored -> {}, body);
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest signed) {
        byte[] content = body.apply(read(signed));
        SdkHttpRequest request = signed.httpRequest()
                .copy(builder -> head.accept(builder.putHeader("Content-Length", Integer.toString(content.length))));
        return client.prepareRequest(HttpExecuteRequest.builder()
                .request(request)
                .contentStreamProvider(() -> new ByteArrayInputStream(content))
                .build());
    }

    private static byte[] read(HttpExecuteRequest request) {
        try (InputStream in = request.contentStreamProvider().orElseThrow().newStream()) {
            return in.readAllBytes();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
