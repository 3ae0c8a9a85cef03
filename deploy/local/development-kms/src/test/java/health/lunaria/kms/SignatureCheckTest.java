package health.lunaria.kms;

import static health.lunaria.kms.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsClient;

/** Who may call at all. The requests are signed by AWS's SDK and then altered. */
class SignatureCheckTest {

    @TempDir
    static Path directory;

    private static TestKms kms;

    @BeforeAll
    static void start() {
        kms = TestKms.start(directory);
    }

    @AfterAll
    static void stop() throws Exception {
        kms.close();
    }

    @Test
    void takesWhatTheSdkSigns() {
        assertThat(random(kms.as(TestKms.CYCLE))).hasSize(16);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cycle-secreT", "billing-secret", "x"})
    void refusesAnotherSecret(String secret) {
        Principal impostor = new Principal("cycle-service", TestKms.CYCLE.accessKeyId(), secret);

        assertRefused("InvalidSignatureException", () -> random(kms.as(impostor)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNKNOWN", "cycleid", "cycle-service", "BILLINGI"})
    void refusesAnUnknownAccessKey(String accessKeyId) {
        Principal stranger = new Principal("cycle-service", accessKeyId, TestKms.CYCLE.secretAccessKey());

        assertRefused("UnrecognizedClientException", () -> random(kms.as(stranger)));
    }

    @Test
    void refusesAnotherRegion() {
        assertRefused(
                "InvalidSignatureException",
                () -> random(kms.client(TestKms.CYCLE, Region.US_EAST_1, UrlConnectionHttpClient.create())));
    }

    @Test
    void refusesAnAlteredBody() {
        assertTamperingRefused(
                "InvalidSignatureException",
                TamperingHttpClient.ofBody(body -> new String(body, StandardCharsets.UTF_8)
                        .replace("16", "17")
                        .getBytes(StandardCharsets.UTF_8)));
        assertTamperingRefused("InvalidSignatureException", TamperingHttpClient.ofBody(body -> new byte[0]));
    }

    @Test
    void refusesAnotherOperationThanWasSigned() {
        assertTamperingRefused(
                "InvalidSignatureException",
                TamperingHttpClient.ofHead(
                        request -> request.putHeader("X-Amz-Target", "TrentService.ScheduleKeyDeletion")));
    }

    @Test
    void refusesAnotherPath() {
        assertTamperingRefused(
                "InvalidSignatureException", TamperingHttpClient.ofHead(request -> request.encodedPath("/other")));
        assertTamperingRefused(
                "InvalidSignatureException",
                TamperingHttpClient.ofHead(request -> request.putRawQueryParameter("a", "b")));
    }

    @Test
    void refusesAnotherTimeThanWasSigned() {
        String now = Clock.systemUTC().instant().plusSeconds(61).toString().replaceAll("[-:]|\\.\\d+", "");

        assertTamperingRefused(
                "InvalidSignatureException",
                TamperingHttpClient.ofHead(request -> request.putHeader("X-Amz-Date", now)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "20261124", "2026-11-24T08:00:00Z", "20261341T996199Z"})
    void refusesWhatIsNoTime(String time) {
        assertTamperingRefused(
                "IncompleteSignatureException",
                TamperingHttpClient.ofHead(request -> request.putHeader("X-Amz-Date", time)));
    }

    @Test
    void refusesARequestWithoutSignature() {
        assertTamperingRefused(
                "MissingAuthenticationTokenException",
                TamperingHttpClient.ofHead(request -> request.removeHeader("Authorization")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer x",
                "AWS4-HMAC-SHA256",
                "AWS4-HMAC-SHA256 Credential=CYCLEID/20261124/eu-west-1/s3/aws4_request, SignedHeaders=host,"
                        + " Signature=0000000000000000000000000000000000000000000000000000000000000000",
                "AWS4-HMAC-SHA256 Credential=CYCLEID/20261124/eu-west-1/kms/aws4_request, SignedHeaders=host,"
                        + " Signature=00"
            })
    void refusesWhatIsNoSignature(String authorization) {
        assertTamperingRefused(
                "IncompleteSignatureException",
                TamperingHttpClient.ofHead(request -> request.putHeader("Authorization", authorization)));
    }

    @Test
    void refusesASignatureOverLessThanItMustCover() {
        assertTamperingRefused(
                "InvalidSignatureException",
                TamperingHttpClient.ofHead(request -> request.putHeader(
                        "Authorization",
                        request.firstMatchingHeader("Authorization")
                                .orElseThrow()
                                .replace(";x-amz-target", ""))));
    }

    @Test
    void refusesEverySignatureThatDiffersInOneDigit() {
        for (int digit = 1; digit <= 64; digit++) {
            int position = digit;
            assertTamperingRefused(
                    "InvalidSignatureException",
                    TamperingHttpClient.ofHead(request -> request.putHeader(
                            "Authorization",
                            flipped(request.firstMatchingHeader("Authorization").orElseThrow(), position))));
        }
    }

    private static String flipped(String authorization, int fromTheEnd) {
        int at = authorization.length() - fromTheEnd;
        char other = authorization.charAt(at) == '0' ? '1' : '0';
        return authorization.substring(0, at) + other + authorization.substring(at + 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {-6, 6, 60 * 24})
    void refusesASignatureOfAnotherTime(int minutes, @TempDir Path other) throws Exception {
        Clock clock = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(minutes));
        try (TestKms elsewhen = TestKms.start(other, TestKms.rootSecret(1), clock)) {
            assertRefused("InvalidSignatureException", () -> random(elsewhen.as(TestKms.CYCLE)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-4, 4})
    void toleratesClocksThatDifferALittle(int minutes, @TempDir Path other) throws Exception {
        Clock clock = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(minutes));
        try (TestKms elsewhen = TestKms.start(other, TestKms.rootSecret(1), clock)) {
            assertThat(random(elsewhen.as(TestKms.CYCLE))).hasSize(16);
        }
    }

    @Test
    void refusesABodyThatIsTooLargeBeforeItLooksWhoSentIt() throws IOException, InterruptedException {
        HttpResponse<String> answer = post(new byte[64 * 1024 + 1]);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("x-amzn-ErrorType")).hasValue("RequestEntityTooLargeException");
    }

    @Test
    void onlyHealthIsOpenToStrangers() throws IOException, InterruptedException {
        assertThat(get("/health").statusCode()).isEqualTo(200);
        for (String path : new String[] {"/", "/keys", "/heal"}) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(answer.body()).as(path).contains("MissingAuthenticationTokenException");
        }
    }

    private static void assertTamperingRefused(String errorCode, SdkHttpClient http) {
        KmsClient client = kms.client(TestKms.CYCLE, Region.EU_WEST_1, http);
        assertRefused(errorCode, () -> random(client));
    }

    private static byte[] random(KmsClient client) {
        return client.generateRandom(request -> request.numberOfBytes(16))
                .plaintext()
                .asByteArray();
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET().build());
    }

    private static HttpResponse<String> post(byte[] body) throws IOException, InterruptedException {
        return send(request("/").POST(BodyPublishers.ofByteArray(body)).build());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(kms.endpoint() + path)).timeout(Duration.ofSeconds(30));
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
